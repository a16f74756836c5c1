package io.github.camelsms.routes.mailin;

import io.github.camelsms.listeners.smtp.mail.MailText;
import io.github.camelsms.listeners.smtp.mail.MailText.Field;
import io.github.camelsms.routes.settings.HttpSettings;
import io.github.camelsms.routes.settings.MailboxSettings;
import io.github.camelsms.routes.settings.SmtpSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings as the options of endpoints. No password stands in one. */
public final class MailInEndpoints {

    /** Folders are looked into for so many mails at a time; the rest is for the next look. */
    private static final int MAILS_A_LOOK = 100;

    private MailInEndpoints() {}

    /**
     * The endpoint that {@code smtp-in.yaml} begins with.
     *
     * @param open whether whoever is on this machine may send
     */
    public static String smtp(SmtpSettings smtp, Sending open) {
        List<String> networks = new ArrayList<>(smtp.localIps());
        if (open == Sending.OPEN) {
            networks.addAll(List.of("127.0.0.0/8", "::1"));
        }
        MailText text = smtp.text();
        Map<String, String> options = new TreeMap<>();
        options.put("accounts", "#smsSmtpAccounts");
        options.put("aliases", "#smsSmtpAliases");
        options.put("localIps", String.join(",", networks));
        options.put("localDomains", String.join(",", smtp.localDomains()));
        options.put("useSender", Boolean.toString(text.parts().contains(Field.SENDER)));
        options.put("useSubject", Boolean.toString(text.parts().contains(Field.SUBJECT)));
        options.put("separator", raw(text.separator()));
        if (!text.quotes().isEmpty()) {
            options.put("quotedSubject", raw(text.quotes()));
        }
        options.put("trim", text.trimmed().stream().map(Enum::name).collect(Collectors.joining(",")));
        options.put("maxMessageSize", Integer.toString(smtp.maxMessageSize()));
        options.put("messagesPerMinute", Integer.toString(smtp.messagesPerMinute()));
        smtp.name().ifPresent(name -> options.put("hostName", name));
        if (smtp.tls().isPresent()) {
            options.put("sslContextParameters", "#smsSmtpTls");
            options.put("requireTls", Boolean.toString(smtp.tlsRequired()));
        }
        return "smtp-server:" + HttpSettings.authority(smtp.host(), smtp.port()) + query(options);
    }

    /** Whether a sender has to be known. */
    public enum Sending {
        OPEN,
        CLOSED
    }

    /** The endpoint that a route of the template {@code mail-poll} begins with. */
    public static String mailbox(MailboxSettings mailbox) {
        Map<String, String> options = new TreeMap<>();
        options.put("authenticator", "#smsMailboxLogin-" + mailbox.name());
        options.put("delay", mailbox.delay());
        options.put("initialDelay", "1s");
        options.put("delete", Boolean.toString(mailbox.delete()));
        options.put("maxMessagesPerPoll", Integer.toString(MAILS_A_LOOK));
        // the mail is read by us: no field of it becomes a header, no attachment is looked at
        options.put("mapMailMessage", "false");
        // what has failed is found again, and what others add is seen
        options.put("closeFolder", "true");
        options.put("disconnect", "true");
        options.put("connectionTimeout", "20000");
        options.put("mailUidGenerator", "#smsMailboxUid");
        String scheme = mailbox.url().getScheme();
        if (mailbox.isImap()) {
            options.put("folderName", raw(mailbox.folder()));
            options.put("unseen", "true");
            options.put("peek", "true");
        } else {
            // there are no flags: what is set aside is known until the next start
            options.put("idempotentRepository", "#smsMailboxKnown-" + mailbox.name());
            options.put("idempotentRepositoryRemoveOnCommit", "false");
        }
        if (!scheme.endsWith("s")) {
            options.put("mail." + scheme + ".starttls.enable", "true");
            options.put("mail." + scheme + ".starttls.required", Boolean.toString(!isThisMachine(mailbox)));
        }
        return mailbox.url().toString().replaceAll("/$", "") + query(options);
    }

    /** A password goes in clear over the loopback interface only. */
    private static boolean isThisMachine(MailboxSettings mailbox) {
        return List.of("localhost", "127.0.0.1", "[::1]").contains(mailbox.url().getHost());
    }

    private static String raw(String text) {
        return "RAW(" + text + ")";
    }

    private static String query(Map<String, String> options) {
        return options.entrySet().stream()
                .filter(option -> !option.getValue().isEmpty())
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining("&", "?", ""));
    }
}
