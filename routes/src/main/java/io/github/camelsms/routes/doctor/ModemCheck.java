package io.github.camelsms.routes.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The devices that route files name: whether they are there and this user may use them. Nothing is sent to them; a
 * gateway may be talking to them.
 */
final class ModemCheck {

    private static final String NAME = "modem";
    private static final Pattern DEVICE = Pattern.compile("gsmmodem:([^\\s?\"'#,]+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}?]+)(?:\\?([^}]*))?}}");

    private ModemCheck() {}

    static List<Finding> look(List<Path> routeFiles, Map<String, String> properties) {
        TreeSet<String> devices = new TreeSet<>();
        List<Finding> findings = new ArrayList<>();
        for (Path file : routeFiles) {
            try {
                Matcher uri = DEVICE.matcher(filled(Files.readString(file, StandardCharsets.UTF_8), properties));
                while (uri.find()) {
                    devices.add(uri.group(1));
                }
            } catch (IOException e) {
                findings.add(Finding.failure(NAME, "the route file " + file + " cannot be read as UTF-8"));
            }
        }
        devices.forEach(device -> findings.add(device(device)));
        return findings;
    }

    private static String filled(String text, Map<String, String> properties) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(properties.getOrDefault(
                        found.group(1).strip(), found.group(2) == null ? found.group() : found.group(2))));
    }

    private static Finding device(String name) {
        if (!name.startsWith("/")) {
            return Finding.ok(NAME, name + " is looked for when the gateway starts");
        }
        Path device = Path.of(name);
        if (!Files.exists(device)) {
            return Finding.failure(NAME, name + " is not there: is the modem plugged in? (ls /dev/tty*)");
        }
        if (Files.isReadable(device) && Files.isWritable(device)) {
            return Finding.ok(NAME, name + " is there and can be used");
        }
        String user = System.getProperty("user.name");
        return Finding.failure(NAME, name + " may not be used by " + user + group(device, user) + " and log in again");
    }

    private static String group(Path device, String user) {
        try {
            String group = Files.readAttributes(device, PosixFileAttributes.class)
                    .group()
                    .getName();
            return ": usermod -a -G " + group + " " + user;
        } catch (IOException | UnsupportedOperationException e) {
            return ": give it the right to,";
        }
    }
}
