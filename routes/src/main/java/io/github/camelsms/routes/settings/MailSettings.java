package io.github.camelsms.routes.settings;

import io.github.camelsms.sms.address.MailboxTemplate;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Mails that the gateway sends.
 *
 * @param smtp endpoint of the mail server, {@code smtp://host:port?…}; empty when mails are written to files
 * @param folder where the files are written
 * @param domain what stands behind the @ of our own addresses
 * @param defaultMailbox who gets what nobody asked for
 * @param from sender of a mail that a short message becomes
 * @param tagDomains domains, in small letters, that the text of a short message may name a mailbox of; a star for all
 * @param conflict what a phone is asked that several have written to
 * @param conflictInterval a phone is asked once in this time
 * @param reports who is told by mail what became of messages
 * @param archive who gets a copy of everything that was sent
 */
public record MailSettings(
        Optional<URI> smtp,
        Path folder,
        String domain,
        MailAddress defaultMailbox,
        MailboxTemplate from,
        Set<String> tagDomains,
        String conflict,
        Duration conflictInterval,
        ReportMailSettings reports,
        Optional<MailAddress> archive) {

    public MailSettings {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(defaultMailbox, "defaultMailbox");
        Objects.requireNonNull(from, "from");
        tagDomains = Set.copyOf(tagDomains);
        Objects.requireNonNull(conflict, "conflict");
        Objects.requireNonNull(conflictInterval, "conflictInterval");
        Objects.requireNonNull(reports, "reports");
        Objects.requireNonNull(archive, "archive");
        if (!MailAddress.isDomain(domain)) {
            throw new IllegalArgumentException("'" + domain + "' is not the name of a mail domain");
        }
        if (smtp.isPresent() && !isMailServer(smtp.get())) {
            throw new IllegalArgumentException("a mail server is written smtp://host:port or smtps://host:port");
        }
    }

    /** Whether the text of a short message may say that it is for this mailbox. */
    public boolean mayBeNamed(MailAddress mailbox) {
        return tagDomains.contains("*") || tagDomains.contains(mailbox.domain());
    }

    static MailSettings read(Map<String, String> values) throws InvalidSettingException {
        String domain = values.get(SettingName.MAIL_DOMAIN.key());
        if (!MailAddress.isDomain(domain)) {
            throw Settings.invalid(SettingName.MAIL_DOMAIN, domain, "a domain such as example.org");
        }
        String given = values.get(SettingName.MAIL_DEFAULT.key());
        MailAddress mailbox = address(SettingName.MAIL_DEFAULT, given.isBlank() ? "postmaster@" + domain : given);
        String archive = values.get(SettingName.ARCHIVE_MAILBOX.key());
        try {
            return new MailSettings(
                    server(values),
                    Path.of(values.get(SettingName.MAIL_FOLDER.key())),
                    domain,
                    mailbox,
                    from(values, domain),
                    tagDomains(values, domain, mailbox),
                    values.get(SettingName.MAIL_CONFLICT.key()).strip(),
                    Settings.duration(SettingName.MAIL_CONFLICT_INTERVAL, values),
                    ReportMailSettings.read(values),
                    archive.isBlank()
                            ? Optional.empty()
                            : Optional.of(address(SettingName.ARCHIVE_MAILBOX, archive.strip())));
        } catch (InvalidPathException e) {
            throw new InvalidSettingException("sms.mail.folder is not a path: " + e.getReason(), e);
        }
    }

    static MailAddress address(SettingName name, String text) throws InvalidSettingException {
        if (!MailAddress.isMailAddress(text)) {
            throw Settings.invalid(name, text, "a mail address such as desk@example.org");
        }
        return new MailAddress(text);
    }

    private static Optional<URI> server(Map<String, String> values) throws InvalidSettingException {
        String text = values.get(SettingName.MAIL_SMTP.key());
        try {
            Optional<URI> server = text.isBlank() ? Optional.empty() : Optional.of(URI.create(text));
            if (server.isEmpty() || isMailServer(server.get())) {
                return server;
            }
        } catch (IllegalArgumentException e) {
            // the URL may hold a password
        }
        throw new InvalidSettingException(
                "sms.mail.smtp: a mail server is written smtp://host:port or smtps://host:port");
    }

    private static MailboxTemplate from(Map<String, String> values, String domain) throws InvalidSettingException {
        String template = values.get(SettingName.MAIL_FROM.key()).strip();
        try {
            MailboxTemplate from = new MailboxTemplate(template.isEmpty() ? "sms:%s@" + domain : template);
            int at = from.template().lastIndexOf('@');
            if (at < 0 || MailAddress.isDomain(from.template().substring(at + 1))) {
                return from;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Settings.invalid(
                SettingName.MAIL_FROM, template, "an address such as sms:%s@example.org, or %s for the number alone");
    }

    private static Set<String> tagDomains(Map<String, String> values, String domain, MailAddress mailbox)
            throws InvalidSettingException {
        Set<String> domains = new HashSet<>();
        for (String each : Settings.list(SettingName.MAIL_TAG_DOMAINS, values)) {
            if (!each.equals("*") && !MailAddress.isDomain(each)) {
                throw Settings.invalid(SettingName.MAIL_TAG_DOMAINS, each, "domains, or * for all");
            }
            domains.add(each.toLowerCase(Locale.ROOT));
        }
        if (domains.isEmpty()) {
            domains.add(domain.toLowerCase(Locale.ROOT));
            domains.add(mailbox.domain());
        }
        return domains;
    }

    private static boolean isMailServer(URI uri) {
        boolean scheme = "smtp".equals(uri.getScheme()) || "smtps".equals(uri.getScheme());
        return scheme && uri.getHost() != null;
    }
}
