package io.github.camelsms.routes.mailin;

import io.github.camelsms.listeners.smtp.Recipient.Trust;
import io.github.camelsms.listeners.smtp.camel.SmtpServerConstants;
import io.github.camelsms.listeners.smtp.mail.MailContent;
import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.routes.ingress.IngressGuard;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.settings.NotificationSettings;
import io.github.camelsms.routes.settings.SmtpSettings;
import io.github.camelsms.sms.address.SmsAddress;
import io.github.camelsms.sms.camel.SmsConstants;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** The first step of {@code smtp-in.yaml}: a mail that the listener has taken becomes a request of ours. */
final class SmtpIngress implements Processor {

    private final SmtpSettings settings;
    private final Authentication authentication;
    private final Directory directory;
    private final LetterReader reader;

    SmtpIngress(SmtpSettings settings, Authentication authentication, Directory directory, LetterReader reader) {
        this.settings = settings;
        this.authentication = authentication;
        this.directory = directory;
        this.reader = reader;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        checkTrust(exchange);
        Message message = exchange.getMessage();
        MailContent mail = exchange.getProperty(SmtpServerConstants.MAIL_PROPERTY, MailContent.class);
        String sender = message.getHeader(SmtpServerConstants.SENDER, "", String.class);
        Optional<String> account =
                Optional.ofNullable(exchange.getProperty(SmsConstants.AUTHENTICATED_PROPERTY, String.class));
        Optional<NotificationSettings> notification = Optional.ofNullable(
                        message.getHeader(SmtpServerConstants.ALIAS, String.class))
                .flatMap(directory::notification);
        authentication.checkActive(account);
        Admission admission = notification.isPresent()
                ? Notification.admission(notification.get(), mail, sender, account)
                : new Admission(reader.request(letter(exchange, mail, sender), settings.maxParts()), account);
        LeftOut.note(exchange, mail);
        IngressGuard.admit(exchange, admission.request(), admission.account());
    }

    /** An account that was made since the listener was opened closes it to those who are nobody. */
    private void checkTrust(Exchange exchange) throws RefusedException, UnknownHostException {
        Trust trust = Trust.valueOf(exchange.getProperty(SmtpServerConstants.TRUST_PROPERTY, String.class));
        String client = exchange.getMessage().getHeader(SmtpServerConstants.CLIENT, String.class);
        InetAddress address = InetAddress.getByName(client);
        exchange.setProperty(SmsConstants.CLIENT_PROPERTY, address);
        boolean known = trust == Trust.ACCOUNT
                || (trust == Trust.LOCAL && (authentication.isOpen() || settings.isLocal(address)));
        if (!known) {
            throw Refusal.UNAUTHENTICATED.because("Authentication required");
        }
    }

    @SuppressWarnings("unchecked")
    private Letter letter(Exchange exchange, MailContent mail, String sender) {
        Message message = exchange.getMessage();
        SmsAddress address = exchange.getProperty(SmtpServerConstants.ADDRESS_PROPERTY, SmsAddress.class);
        return new Letter(
                address.recipients(),
                directory.gateway(message.getHeader(SmtpServerConstants.DOMAIN, "", String.class), address),
                address.parameters(),
                exchange.getProperty(SmtpServerConstants.OPTIONS_PROPERTY, Map.of(), Map.class),
                mail,
                message.getBody(String.class),
                sender,
                Letter.Reports.TO_SENDER);
    }
}
