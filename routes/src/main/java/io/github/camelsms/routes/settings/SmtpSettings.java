package io.github.camelsms.routes.settings;

import io.github.camelsms.listeners.smtp.Network;
import io.github.camelsms.listeners.smtp.mail.MailText;
import io.github.camelsms.listeners.smtp.mail.MailText.Field;
import io.github.camelsms.listeners.smtp.mail.MailText.Trim;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where mails for phones are taken, and of whom.
 *
 * @param host name or address, an IPv6 address without brackets
 * @param port 0 for no listener
 * @param localDomains in lower case; what stands behind them is not the name of a gateway
 * @param localIps networks whose clients need no password
 * @param tls certificate and key for STARTTLS
 * @param tlsRequired whether a client has to say STARTTLS first
 * @param maxParts so many parts are sent of a text, where its sender says nothing else
 * @param usePriority whether {@code X-Priority} counts
 * @param text what of a mail becomes the text
 * @param name of this host in the greeting; that of the machine where it is not set
 * @param maxMessageSize octets that a mail may have
 * @param messagesPerMinute mails of one client
 */
public record SmtpSettings(
        String host,
        int port,
        Set<String> localDomains,
        List<String> localIps,
        Optional<Identity> tls,
        boolean tlsRequired,
        int maxParts,
        boolean usePriority,
        MailText text,
        Optional<String> name,
        int maxMessageSize,
        int messagesPerMinute) {

    /** Files with the certificate and the key; they may be one. */
    public record Identity(Path certificate, Path key) {}

    private static final int MOST_PARTS = 128;

    public SmtpSettings {
        localDomains = Set.copyOf(localDomains);
        localIps = List.copyOf(localIps);
    }

    static SmtpSettings read(Map<String, String> values) throws InvalidSettingException {
        String host = values.get(SettingName.SMTP_HOST.key());
        if (!host.matches("[A-Za-z0-9._:%-]+")) {
            throw invalid(SettingName.SMTP_HOST, "a host is a name or an address, not '" + host + "'");
        }
        Set<String> domains = new TreeSet<>();
        domains.add(values.get(SettingName.MAIL_DOMAIN.key()).toLowerCase(Locale.ROOT));
        for (String domain : words(SettingName.SMTP_LOCAL_DOMAINS, values)) {
            if (!MailAddress.isDomain(domain)) {
                throw invalid(
                        SettingName.SMTP_LOCAL_DOMAINS, "a domain is written sms.example.org, not '" + domain + "'");
            }
            domains.add(domain.toLowerCase(Locale.ROOT));
        }
        return new SmtpSettings(
                host,
                number(SettingName.SMTP_PORT, values, 0, 65_535),
                domains,
                networks(values),
                identity(values),
                truth(SettingName.SMTP_TLS_REQUIRED, values),
                number(SettingName.SMTP_MAXMSGS, values, 1, MOST_PARTS),
                truth(SettingName.SMTP_USE_PRIORITY, values),
                text(values),
                Optional.of(values.get(SettingName.SMTP_NAME.key())).filter(name -> !name.isBlank()),
                number(SettingName.SMTP_MAX_SIZE, values, 1000, 100_000_000),
                number(SettingName.SMTP_PER_MINUTE, values, 1, 1_000_000));
    }

    /** Whether mails are taken by SMTP. */
    public boolean isOn() {
        return port > 0;
    }

    /** Whether only this machine reaches the listener. */
    public boolean isLoopback() throws UnknownHostException {
        return InetAddress.getByName(host).isLoopbackAddress();
    }

    /** Whether a client needs no password by {@link #localIps}. */
    public boolean isLocal(InetAddress client) {
        return localIps.stream().map(Network::parse).anyMatch(network -> network.contains(client));
    }

    private static List<String> networks(Map<String, String> values) throws InvalidSettingException {
        List<String> networks = words(SettingName.SMTP_LOCAL_IPS, values);
        for (String network : networks) {
            try {
                Network.parse(network);
            } catch (IllegalArgumentException e) {
                throw new InvalidSettingException(SettingName.SMTP_LOCAL_IPS.key() + ": " + e.getMessage(), e);
            }
        }
        return networks;
    }

    private static Optional<Identity> identity(Map<String, String> values) throws InvalidSettingException {
        String certificate = values.get(SettingName.SMTP_TLS_CERTIFICATE.key());
        String key = values.get(SettingName.SMTP_TLS_KEY.key());
        if (certificate.isBlank() && (!key.isBlank() || truth(SettingName.SMTP_TLS_REQUIRED, values))) {
            throw invalid(SettingName.SMTP_TLS_CERTIFICATE, "TLS needs the file of a certificate, in PEM");
        }
        return certificate.isBlank()
                ? Optional.empty()
                : Optional.of(new Identity(Path.of(certificate), Path.of(key.isBlank() ? certificate : key)));
    }

    private static MailText text(Map<String, String> values) throws InvalidSettingException {
        EnumSet<Field> fields = EnumSet.noneOf(Field.class);
        if (truth(SettingName.SMTP_USE_SENDER, values)) {
            fields.add(Field.SENDER);
        }
        if (truth(SettingName.SMTP_USE_SUBJECT, values)) {
            fields.add(Field.SUBJECT);
        }
        try {
            return new MailText(
                    fields,
                    unquoted(values.get(SettingName.SMTP_SEPARATOR.key())),
                    values.get(SettingName.SMTP_QUOTED_SUBJECT.key()),
                    Trim.parse(values.get(SettingName.SMTP_TRIM.key())));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("sms.smtp: " + e.getMessage(), e);
        }
    }

    /** Blanks at the ends of a setting are lost, unless it stands in quotation marks. */
    private static String unquoted(String text) {
        if (text.isEmpty()) {
            return " ";
        }
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static List<String> words(SettingName name, Map<String, String> values) {
        return Arrays.stream(values.get(name.key()).split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static int number(SettingName name, Map<String, String> values, int min, int max)
            throws InvalidSettingException {
        String text = values.get(name.key());
        int value = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (value < min || value > max) {
            throw invalid(name, "it is a number from " + min + " to " + max + ", not '" + text + "'");
        }
        return value;
    }

    private static boolean truth(SettingName name, Map<String, String> values) throws InvalidSettingException {
        String text = values.get(name.key());
        if (!text.equals("true") && !text.equals("false")) {
            throw invalid(name, "it is true or false, not '" + text + "'");
        }
        return text.equals("true");
    }

    private static InvalidSettingException invalid(SettingName name, String text) {
        return new InvalidSettingException(name.key() + ": " + text);
    }
}
