package io.github.camelsms.listeners.smtp;

import io.github.camelsms.sms.account.Accounts;
import java.net.InetAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * All that an SMTP listener is told.
 *
 * @param address to listen at
 * @param port 0 for any that is free
 * @param name of this host, for the greeting
 * @param accounts of senders; without them nobody can authenticate
 * @param aliases mailboxes that stand for phones
 * @param tls for STARTTLS; without it passwords are taken on the loopback interface only
 * @param encryption whether mails are taken without it
 */
public record SmtpSettings(
        InetAddress address,
        int port,
        String name,
        RelayGuard relay,
        Optional<Accounts> accounts,
        Aliases aliases,
        Optional<SSLContext> tls,
        Encryption encryption,
        SmtpLimits limits) {

    /** Whether STARTTLS has to come first. */
    public enum Encryption {
        OFFERED,
        REQUIRED
    }

    public SmtpSettings {
        if (encryption == Encryption.REQUIRED && tls.isEmpty()) {
            throw new IllegalArgumentException("requireTls needs sslContextParameters, with a key and a certificate");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
        if (!name.matches("[A-Za-z0-9.\\[\\]:-]{1,255}")) {
            throw new IllegalArgumentException("the name of an SMTP host is a domain, not " + name);
        }
    }
}
