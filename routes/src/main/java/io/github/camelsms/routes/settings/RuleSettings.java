package io.github.camelsms.routes.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What rules may use.
 *
 * @param lists folder of lists, {@code NAME.txt}
 * @param domain of our mailboxes
 * @param programs which programs rules may run, absolute paths; none by default
 * @param programTimeout after so long a program is ended
 * @param programOutput so many octets of what it says are read
 * @param databases which databases rules may ask, by name
 * @param xmpp endpoint that sends to {@code [jid]}
 */
public record RuleSettings(
        Path lists,
        String domain,
        List<Path> programs,
        Duration programTimeout,
        int programOutput,
        Map<String, Database> databases,
        Optional<String> xmpp) {

    private static final Pattern DATABASE = Pattern.compile("sms\\.sql\\.([A-Za-z0-9_-]+)\\.(url|user|password)");

    /**
     * A database of the operator.
     *
     * @param url JDBC URL
     * @param password never shown
     */
    public record Database(String url, String user, String password) {

        @Override
        public String toString() {
            return "Database[…]";
        }
    }

    public RuleSettings {
        programs = List.copyOf(programs);
        databases = Map.copyOf(databases);
    }

    static boolean isKey(String key) {
        return DATABASE.matcher(key).matches();
    }

    /** The endpoint that sends mails, as routes write it. */
    public String mailEndpoint() {
        return "{{sms.mail.endpoint}}";
    }

    /** Reads, and takes out of {@code values} what may be a secret. */
    static RuleSettings read(Map<String, String> values) throws InvalidSettingException {
        Map<String, Map<String, String>> databases = new TreeMap<>();
        values.forEach((key, value) -> {
            Matcher matcher = DATABASE.matcher(key);
            if (matcher.matches()) {
                databases
                        .computeIfAbsent(matcher.group(1), name -> new TreeMap<>())
                        .put(matcher.group(2), value);
            }
        });
        values.keySet().removeIf(RuleSettings::isKey);
        String output = values.get(SettingName.EXEC_OUTPUT.key());
        if (!output.matches("[0-9]{1,8}")) {
            throw new InvalidSettingException("sms.exec.output is a number of octets, not '" + output + "'");
        }
        String xmpp = values.get(SettingName.RULES_XMPP.key()).strip();
        values.remove(SettingName.RULES_XMPP.key());
        Map<String, Database> known = new TreeMap<>();
        for (Map.Entry<String, Map<String, String>> database : databases.entrySet()) {
            known.put(database.getKey(), database(database.getKey(), database.getValue()));
        }
        return new RuleSettings(
                path(SettingName.LISTS_FOLDER.key(), values.get(SettingName.LISTS_FOLDER.key())),
                values.get(SettingName.MAIL_DOMAIN.key()),
                programs(values.get(SettingName.EXEC_PROGRAMS.key())),
                Settings.duration(SettingName.EXEC_TIMEOUT, values),
                Integer.parseInt(output),
                known,
                Optional.of(xmpp).filter(text -> !text.isEmpty()));
    }

    private static Database database(String name, Map<String, String> values) throws InvalidSettingException {
        String url = values.getOrDefault("url", "");
        if (!url.startsWith("jdbc:")) {
            throw new InvalidSettingException("sms.sql." + name + ".url begins with jdbc:");
        }
        return new Database(url, values.getOrDefault("user", ""), values.getOrDefault("password", ""));
    }

    private static List<Path> programs(String list) throws InvalidSettingException {
        List<Path> programs = new java.util.ArrayList<>();
        for (String text : Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList()) {
            Path program = path("sms.exec.programs", text);
            if (!program.isAbsolute() || !Files.isRegularFile(program) || !Files.isExecutable(program)) {
                throw new InvalidSettingException(
                        "sms.exec.programs: " + text + " is no program with an absolute path");
            }
            if (others(program)) {
                throw new InvalidSettingException("sms.exec.programs: " + text
                        + " can be changed by anybody: take away the right to write it (chmod go-w)");
            }
            programs.add(program.normalize());
        }
        return programs;
    }

    /** Whether others than the owner may change it. */
    private static boolean others(Path program) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(program);
            return permissions.contains(PosixFilePermission.OTHERS_WRITE)
                    || permissions.contains(PosixFilePermission.GROUP_WRITE);
        } catch (java.io.IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static Path path(String setting, String text) throws InvalidSettingException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InvalidSettingException(setting + " is not a path: " + e.getReason(), e);
        }
    }
}
