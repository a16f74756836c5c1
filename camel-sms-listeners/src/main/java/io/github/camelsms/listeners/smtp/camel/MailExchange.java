package io.github.camelsms.listeners.smtp.camel;

import io.github.camelsms.listeners.smtp.Envelope;
import io.github.camelsms.listeners.smtp.Recipient;
import io.github.camelsms.listeners.smtp.Recipient.Trust;
import io.github.camelsms.listeners.smtp.mail.MailContent;
import io.github.camelsms.listeners.smtp.mail.MailKey;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.address.SmsAddress;
import io.github.camelsms.sms.address.SmsParameters;
import io.github.camelsms.sms.camel.SmsConstants;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** One mail to one recipient as an exchange. No header has a name that a client has chosen. */
final class MailExchange {

    private static final int HIGH = 2;
    private static final int NORMAL = 1;
    private static final int BULK = 0;
    private static final int X_PRIORITY_NORMAL = 3;

    private final SmtpServerSettings settings;
    private final Envelope envelope;
    private final MailContent mail;
    private final Object body;

    MailExchange(SmtpServerSettings settings, Envelope envelope, MailContent mail, Object body) {
        this.settings = settings;
        this.envelope = envelope;
        this.mail = mail;
        this.body = body;
    }

    void fill(Exchange exchange, Recipient recipient) {
        Message message = exchange.getIn();
        message.setBody(body);
        SmsAddress address = recipient.address();
        String to = address.recipients().stream().map(PhoneNumber::value).collect(Collectors.joining(","));
        message.setHeader(SmsConstants.TO, to);
        message.setHeader(SmtpServerConstants.SENDER, envelope.sender());
        message.setHeader(SmtpServerConstants.DOMAIN, recipient.domain());
        message.setHeader(SmtpServerConstants.SUBJECT, mail.subject());
        message.setHeader(SmtpServerConstants.CLIENT, envelope.client().getHostAddress());
        mail.from().ifPresent(from -> message.setHeader(SmtpServerConstants.FROM, from));
        if (!mail.attachments().isEmpty()) {
            message.setHeader(SmtpServerConstants.ATTACHMENTS, String.join(", ", mail.attachments()));
        }
        address.parameters().maxParts().ifPresent(parts -> message.setHeader(SmsConstants.MAX_PARTS, parts));
        if (settings.priority() == SmtpServerSettings.Priority.FROM_MAIL) {
            mail.urgency().ifPresent(urgency -> message.setHeader(SmsConstants.PRIORITY, priority(urgency)));
        }
        mail.messageId().ifPresent(id -> {
            message.setHeader(SmtpServerConstants.MAIL_ID, id);
            message.setHeader(SmsConstants.IDEMPOTENCY_KEY, MailKey.of(envelope.sender(), to, id, body));
        });
        recipient.alias().ifPresent(alias -> message.setHeader(SmtpServerConstants.ALIAS, alias));
        exchange.setProperty(SmtpServerConstants.MAIL_PROPERTY, mail);
        exchange.setProperty(
                SmtpServerConstants.ADDRESS_PROPERTY,
                address.with(
                        recipient.trust() == Trust.NONE
                                ? SmsParameters.NONE
                                : address.parameters().withoutCredentials()));
        exchange.setProperty(
                SmtpServerConstants.TRUST_PROPERTY, recipient.trust().name());
        if (recipient.trust() != Trust.NONE) {
            trusted(message, recipient);
        }
        recipient.account().ifPresent(account -> {
            exchange.setProperty(SmsConstants.AUTHENTICATED_PROPERTY, account);
            exchange.setProperty(SmtpServerConstants.OPTIONS_PROPERTY, mail.options());
        });
        if (settings.listener().accounts().isEmpty()) {
            address.parameters()
                    .credentials()
                    .ifPresent(c -> exchange.setProperty(SmtpServerConstants.CREDENTIALS_PROPERTY, c));
        }
    }

    /** What only they may ask for who are known. */
    private static void trusted(Message message, Recipient recipient) {
        SmsAddress address = recipient.address();
        address.gateway()
                .filter(gateway -> address.domain().isEmpty())
                .or(() -> address.parameters().value("id"))
                .ifPresent(gateway -> message.setHeader(SmsConstants.GATEWAY, gateway));
        address.parameters().value("sender").ifPresent(sender -> message.setHeader(SmsConstants.FROM, sender));
    }

    private static int priority(int urgency) {
        if (urgency == X_PRIORITY_NORMAL) {
            return NORMAL;
        }
        return urgency < X_PRIORITY_NORMAL ? HIGH : BULK;
    }
}
