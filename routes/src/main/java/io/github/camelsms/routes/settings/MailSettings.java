package io.github.camelsms.routes.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where received messages go as mail.
 *
 * @param smtp endpoint of the mail server, {@code smtp://host:port?…}; empty when mails are written to files
 * @param folder where the files are written
 * @param domain what stands behind the @ of the sender of such a mail
 * @param defaultMailbox who gets what nobody asked for
 */
public record MailSettings(Optional<URI> smtp, Path folder, String domain, MailAddress defaultMailbox) {

    public MailSettings {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(defaultMailbox, "defaultMailbox");
        if (!MailAddress.isDomain(domain)) {
            throw new IllegalArgumentException("'" + domain + "' is not the name of a mail domain");
        }
        if (smtp.isPresent() && !isMailServer(smtp.get())) {
            throw new IllegalArgumentException("a mail server is written smtp://host:port or smtps://host:port");
        }
    }

    private static boolean isMailServer(URI uri) {
        boolean scheme = "smtp".equals(uri.getScheme()) || "smtps".equals(uri.getScheme());
        return scheme && uri.getHost() != null;
    }
}
