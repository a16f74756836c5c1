package io.github.camelsms.routes.settings;

import io.github.camelsms.sms.account.AccountBook;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.store.StoreAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.camel.util.TimeUtils;

/**
 * Everything that the operator has set, checked.
 *
 * @param http the HTTP listener
 * @param queue how long and how many messages may wait
 * @param store where messages are kept
 * @param workerTimeout silence after which another machine on the same store is thought dead
 * @param mail where received messages go
 * @param mailIn how mails become short messages
 * @param linkExpiry life of a reply link
 * @param shutdownTimeout how long messages in flight may take when the gateway stops
 * @param accounts who may send
 * @param policy what they may do
 * @param incomingAccounts names of those who may see by HTTP what was received
 * @param webhooks URLs that are told what was received and what became of messages
 * @param gateways the passwords of gateways whose received messages others hand over
 * @param providers HTTP gateways by id, each with its parameters by name
 * @param routing where messages go
 * @param rules what rules may use
 * @param properties all properties, also those of Camel and those that only route files know
 * @param warnings lines that the operator should read
 */
public record Settings(
        HttpSettings http,
        QueueSettings queue,
        StoreAddress store,
        Duration workerTimeout,
        MailSettings mail,
        MailInSettings mailIn,
        Duration linkExpiry,
        Duration shutdownTimeout,
        Accounts accounts,
        PolicySettings policy,
        Set<String> incomingAccounts,
        WebhookSettings webhooks,
        Accounts gateways,
        Map<String, Map<String, String>> providers,
        RoutingSettings routing,
        RuleSettings rules,
        Map<String, String> properties,
        List<String> warnings) {

    public Settings {
        incomingAccounts = Set.copyOf(incomingAccounts);
        providers = Map.copyOf(providers);
        properties = Map.copyOf(properties);
        warnings = List.copyOf(warnings);
    }

    /** Reads and checks; the exception names the setting. */
    public static Settings read(PropertySources sources) throws InvalidSettingException {
        Map<String, String> defaults = new TreeMap<>();
        for (SettingName name : SettingName.values()) {
            defaults.put(name.key(), name.standard());
        }
        Map<String, String> values = sources.merge(defaults);
        List<String> warnings = new ArrayList<>(unknown(values));
        Duration linkExpiry = duration(SettingName.LINKS_EXPIRY, values);
        StoreAddress store = new StoreAddress(
                storeUrl(values),
                Optional.of(values.get(SettingName.STORE_USER.key())).filter(user -> !user.isBlank()),
                Optional.of(values.get(SettingName.STORE_PASSWORD.key())).filter(password -> !password.isEmpty()));
        PolicySettings policy = PolicySettings.read(AccountSettings.read(values, warnings), values);
        Accounts accounts = new Accounts(AccountBook.of(policy.entries()), Clock.systemUTC());
        policy.unreachable(accounts).ifPresent(warnings::add);
        Accounts gateways = AccountSettings.gateways(values, warnings);
        // passwords have no business in a place that route files can read
        values.keySet().removeIf(AccountSettings::isAccountKey);
        Map<String, Map<String, String>> providers = GatewaySettings.read(values);
        values.keySet().removeIf(GatewaySettings::isGatewayKey);
        values.remove(SettingName.STORE_PASSWORD.key());
        MailInSettings mailIn = MailInSettings.read(values, accounts, warnings);
        values.keySet().removeIf(MailInSettings::isKey);
        WebhookSettings webhooks = WebhookSettings.read(values);
        if (webhooks.isUnsigned()) {
            warnings.add("sms.webhook.secret is not set: the webhooks are not signed");
        }
        values.remove(SettingName.WEBHOOK_SECRET.key());
        RuleSettings rules = RuleSettings.read(values);
        return new Settings(
                http(values),
                queue(values),
                store,
                duration(SettingName.STORE_WORKER_TIMEOUT, values),
                MailSettings.read(values),
                mailIn,
                linkExpiry,
                duration(SettingName.SHUTDOWN_TIMEOUT, values),
                accounts,
                policy,
                incomingAccounts(values, accounts, warnings),
                webhooks,
                gateways,
                providers,
                RoutingSettings.read(values),
                rules,
                values,
                warnings);
    }

    /** JDBC URL of the store. */
    public String storeUrl() {
        return store.url();
    }

    private static List<String> unknown(Map<String, String> values) {
        return values.keySet().stream()
                .filter(key -> key.startsWith("sms.") && !SettingName.isKnown(key))
                .map(key -> "there is no setting " + key
                        + SettingName.nearest(key)
                                .map(near -> ": is " + near + " meant?")
                                .orElse(""))
                .toList();
    }

    private static HttpSettings http(Map<String, String> values) throws InvalidSettingException {
        String port = values.get(SettingName.HTTP_PORT.key());
        if (!port.matches("[0-9]{1,5}")) {
            throw invalid(SettingName.HTTP_PORT, port, "a port is 0 to 65535");
        }
        try {
            return new HttpSettings(
                    values.get(SettingName.HTTP_HOST.key()),
                    Integer.parseInt(port),
                    duration(SettingName.HTTP_TIMEOUT, values),
                    number(SettingName.HTTP_CONNECTIONS, values),
                    list(SettingName.HTTP_DIALECTS, values),
                    values.get(SettingName.HTTP_CONSUMER.key()),
                    EmgSettings.read(values));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("sms.http: " + e.getMessage(), e);
        }
    }

    private static Set<String> incomingAccounts(Map<String, String> values, Accounts accounts, List<String> warnings) {
        List<String> names = list(SettingName.API_INCOMING_ACCOUNTS, values);
        names.stream()
                .filter(name -> !accounts.contains(name))
                .forEach(name -> warnings.add("sms.api.incomingAccounts: there is no account " + name));
        return new TreeSet<>(names);
    }

    static List<String> list(SettingName name, Map<String, String> values) {
        return Pattern.compile("\\s*,\\s*")
                .splitAsStream(values.get(name.key()).strip())
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static QueueSettings queue(Map<String, String> values) throws InvalidSettingException {
        return new QueueSettings(
                duration(SettingName.FAILOVER_AFTER, values),
                count(SettingName.LIMIT_ACCOUNT, values),
                count(SettingName.LIMIT_GATEWAY, values));
    }

    private static long count(SettingName name, Map<String, String> values) throws InvalidSettingException {
        String text = values.get(name.key());
        if (!text.matches("[0-9]{1,15}")) {
            throw invalid(name, text, "a number of messages, or 0 for no limit");
        }
        return Long.parseLong(text);
    }

    private static int number(SettingName name, Map<String, String> values) throws InvalidSettingException {
        String text = values.get(name.key());
        if (!text.matches("[0-9]{1,9}")) {
            throw invalid(name, text, "a number");
        }
        return Integer.parseInt(text);
    }

    private static String storeUrl(Map<String, String> values) throws InvalidSettingException {
        String url = values.get(SettingName.STORE_URL.key());
        if (!url.startsWith("jdbc:")) {
            throw invalid(
                    SettingName.STORE_URL,
                    StoreAddress.of(url).toString(),
                    "it begins with jdbc:, as jdbc:sqlite:data/sms.db and jdbc:postgresql://localhost/sms do");
        }
        return url;
    }

    static Duration duration(SettingName name, Map<String, String> values) throws InvalidSettingException {
        String text = values.get(name.key());
        try {
            Duration duration = TimeUtils.toDuration(text);
            if (duration.isNegative() || duration.isZero()) {
                throw invalid(name, text, "a duration above zero, such as 90s, 30m, 24h or 7d");
            }
            return duration;
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw invalid(name, text, "a duration such as 90s, 30m, 24h or 7d");
        }
    }

    static InvalidSettingException invalid(SettingName name, String value, String expected) {
        return new InvalidSettingException(
                name.key() + " cannot be '" + value.replaceAll("\\p{Cntrl}+", " ") + "': " + expected);
    }

    /** Without values: any of them may be a secret. */
    @Override
    public String toString() {
        return "Settings" + properties.keySet();
    }
}
