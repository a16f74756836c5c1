package io.github.camelsms.routes.gateway;

import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.routes.mailin.MailIn;
import io.github.camelsms.routes.mailin.MailInEndpoints;
import io.github.camelsms.routes.mailin.MailInEndpoints.Sending;
import io.github.camelsms.routes.settings.HttpSettings;
import io.github.camelsms.routes.settings.MailboxSettings;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.routes.settings.SmtpSettings;
import io.github.camelsms.routes.tls.PemIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/** Mails to phones: the listener, when {@code sms.smtp.port} is set, and a route for each of {@code sms.mailboxes}. */
final class MailInRoutes {

    private final CamelContext context;
    private final Settings settings;

    /** Binds the beans; they are there also when the listener is off: a route file may be a copy. */
    MailInRoutes(CamelContext context, Settings settings) throws StartFailedException {
        this.context = context;
        this.settings = settings;
        SmtpSettings smtp = settings.mailIn().smtp();
        Authentication authentication = new Authentication(settings.accounts(), address(smtp));
        MailIn.addTo(
                context,
                settings.mailIn(),
                settings.accounts(),
                authentication,
                settings.http().emg(),
                () -> ReadyLine.gateways(context));
        if (smtp.tls().isPresent()) {
            context.getRegistry().bind("smsSmtpTls", identity(smtp.tls().get()));
        }
        context.getPropertiesComponent()
                .addInitialProperty(
                        "sms.smtp.endpoint",
                        MailInEndpoints.smtp(smtp, authentication.isOpen() ? Sending.OPEN : Sending.CLOSED));
    }

    void load(RouteLoader loader) throws StartFailedException {
        if (settings.mailIn().smtp().isOn()) {
            checkPort(settings.mailIn().smtp());
            loader.loadOurs("smtp-in.yaml");
        }
        if (!settings.mailIn().mailboxes().isEmpty()) {
            loader.loadOurs("mail-poll.yaml");
        }
        for (MailboxSettings mailbox : settings.mailIn().mailboxes().values()) {
            try {
                TemplatedRouteBuilder.builder(context, "mail-poll")
                        .routeId("mailbox-" + mailbox.name())
                        .parameter("mailbox", mailbox.name())
                        .parameter("endpoint", MailInEndpoints.mailbox(mailbox))
                        .add();
            } catch (Exception e) {
                throw new StartFailedException(
                        "sms.mailboxes." + mailbox.name() + ": " + OneLine.of(StartFailure.reason(e)), e);
            }
        }
    }

    /** So that the operator is told which listener it is, and what to do. */
    private static void checkPort(SmtpSettings smtp) throws StartFailedException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(smtp.host(), smtp.port()));
        } catch (IOException e) {
            throw new StartFailedException(
                    "cannot listen on " + HttpSettings.authority(smtp.host(), smtp.port()) + " for SMTP: "
                            + e.getMessage()
                            + ": stop the program that does, or set sms.smtp.port to another port; those below 1024 are"
                            + " for root",
                    e);
        }
    }

    private static InetAddress address(SmtpSettings smtp) throws StartFailedException {
        try {
            return InetAddress.getByName(smtp.host());
        } catch (UnknownHostException e) {
            throw new StartFailedException("sms.smtp.host: there is no host " + smtp.host(), e);
        }
    }

    private static PemIdentity identity(SmtpSettings.Identity files) throws StartFailedException {
        try {
            return new PemIdentity(files.certificate().toString(), files.key().toString());
        } catch (IOException e) {
            throw new StartFailedException(
                    "sms.smtp.tls: " + files.certificate() + " or " + files.key() + " cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new StartFailedException("sms.smtp.tls: " + e.getMessage(), e);
        }
    }
}
