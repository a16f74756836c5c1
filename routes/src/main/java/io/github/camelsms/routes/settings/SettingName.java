package io.github.camelsms.routes.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** The settings of the gateway that have a name of their own, with their defaults. */
enum SettingName {
    HTTP_HOST("sms.http.host", "127.0.0.1"),
    HTTP_PORT("sms.http.port", "8080"),
    HTTP_TIMEOUT("sms.http.timeout", "30s"),
    HTTP_CONNECTIONS("sms.http.connectionsPerAddress", "2000"),
    HTTP_DIALECTS("sms.http.dialects", "icewarp,emg,kannel,clickatell,api"),
    HTTP_CONSUMER("sms.http.consumer", "jetty"),
    EMG_CHARCODE("sms.http.emg.defaultCharcodeText", "UTF8"),
    EMG_ALLOW_ROUTE("sms.http.emg.allowRoute", "false"),
    CALLBACK_HOSTS("sms.callbacks.hosts", ""),
    CALLBACK_SECRET("sms.callbacks.secret", ""),
    WEBHOOK_INCOMING("sms.webhook.incoming", ""),
    WEBHOOK_REPORTS("sms.webhook.reports", ""),
    WEBHOOK_SECRET("sms.webhook.secret", ""),
    API_INCOMING_ACCOUNTS("sms.api.incomingAccounts", ""),
    NUMBERS_HOME("sms.numbers.home", ""),
    LIMITS_ZONE("sms.limits.zone", "UTC"),
    DESTINATIONS_DENIED("sms.destinations.denied", "+870,+878,+881,+882,+883,+979"),
    LIMIT_CLIENT("sms.limits.perClient", ""),
    LIMIT_DAILY("sms.limits.daily", "0"),
    FRAUD_RECIPIENT("sms.fraud.perRecipient", "30/d"),
    FRAUD_BLOCK("sms.fraud.perBlock", "100/h"),
    FRAUD_CONSECUTIVE("sms.fraud.consecutive", "30"),
    FRAUD_HOURLY("sms.fraud.hourly", "5"),
    FRAUD_ACTION("sms.fraud.action", "alarm"),
    ALARM_WEBHOOK("sms.alarm.webhook", ""),
    ALARM_MAIL("sms.alarm.mail", ""),
    ALARM_NUMBER("sms.alarm.number", ""),
    STORE_URL("sms.store.url", "jdbc:sqlite:data/sms.db"),
    FAILOVER_AFTER("sms.failover.after", "5m"),
    LIMIT_ACCOUNT("sms.limits.waitingPerAccount", "0"),
    LIMIT_GATEWAY("sms.limits.waitingPerGateway", "0"),
    STORE_USER("sms.store.user", ""),
    STORE_PASSWORD("sms.store.password", ""),
    STORE_WORKER_TIMEOUT("sms.store.workerTimeout", "60s"),
    MAIL_SMTP("sms.mail.smtp", ""),
    MAIL_FOLDER("sms.mail.folder", "data/mail"),
    MAIL_DOMAIN("sms.mail.domain", "localhost"),
    MAIL_DEFAULT("sms.mail.default", ""),
    SMTP_HOST("sms.smtp.host", "127.0.0.1"),
    SMTP_PORT("sms.smtp.port", "0"),
    SMTP_NAME("sms.smtp.name", ""),
    SMTP_LOCAL_DOMAINS("sms.smtp.localDomains", ""),
    SMTP_LOCAL_IPS("sms.smtp.localIps", ""),
    SMTP_TLS_CERTIFICATE("sms.smtp.tls.certificate", ""),
    SMTP_TLS_KEY("sms.smtp.tls.key", ""),
    SMTP_TLS_REQUIRED("sms.smtp.tls.required", "false"),
    SMTP_MAXMSGS("sms.smtp.maxmsgs", "1"),
    SMTP_USE_SUBJECT("sms.smtp.useSubject", "false"),
    SMTP_USE_SENDER("sms.smtp.useSender", "false"),
    SMTP_SEPARATOR("sms.smtp.separator", ""),
    SMTP_QUOTED_SUBJECT("sms.smtp.quotedSubject", ""),
    SMTP_USE_PRIORITY("sms.smtp.usePriority", "false"),
    SMTP_TRIM("sms.smtp.trim", ""),
    SMTP_MAX_SIZE("sms.smtp.maxMessageSize", "4194304"),
    SMTP_PER_MINUTE("sms.smtp.messagesPerMinute", "600"),
    MAIL_FROM("sms.mail.from", ""),
    MAIL_TAG_DOMAINS("sms.mail.tagDomains", ""),
    MAIL_CONFLICT(
            "sms.mail.conflict",
            "More than one person has written to you. Please send your answer again, with the address of the one it is"
                    + " for in front: %mailboxes%"),
    MAIL_CONFLICT_INTERVAL("sms.mail.conflictInterval", "1h"),
    MAIL_REPORTS("sms.mail.reports", "delayed,failed"),
    MAIL_REPORTS_ORIGINAL("sms.mail.reportsOriginal", "full"),
    MAIL_REPORTS_OF("sms.mail.reportsOf", ""),
    ARCHIVE_MAILBOX("sms.archive.mailbox", ""),
    LISTS_FOLDER("sms.lists.folder", "data/lists"),
    EXEC_PROGRAMS("sms.exec.programs", ""),
    EXEC_TIMEOUT("sms.exec.timeout", "10s"),
    EXEC_OUTPUT("sms.exec.output", "65536"),
    RULES_XMPP("sms.rules.xmpp", ""),
    LINKS_EXPIRY("sms.links.expiry", "24h"),
    SHUTDOWN_TIMEOUT("sms.shutdown.timeout", "30s");

    private final String key;
    private final String standard;

    SettingName(String key, String standard) {
        this.key = key;
        this.standard = standard;
    }

    String key() {
        return key;
    }

    String standard() {
        return standard;
    }

    static boolean isKnown(String key) {
        return Arrays.stream(values()).anyMatch(name -> name.key.equals(key))
                || AccountSettings.isAccountKey(key)
                || EmgSettings.isKey(key)
                || GatewaySettings.isGatewayKey(key)
                || MailInSettings.isKey(key)
                || RoutingSettings.isRoutingKey(key)
                || RuleSettings.isKey(key);
    }

    /** The name that a person most likely meant, when there is one that differs by a few letters. */
    static Optional<String> nearest(String key) {
        return Arrays.stream(values())
                .map(SettingName::key)
                .filter(name -> distance(name, key) <= 4)
                .min(Comparator.comparingInt(name -> distance(name, key)));
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substitute, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
