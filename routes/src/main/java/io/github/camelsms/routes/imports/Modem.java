package io.github.camelsms.routes.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A modem as a gateway: two routes, and the settings that they name. What it is asked of it is what it was told. */
public final class Modem {

    private final String id;
    private final Map<String, String> options = new LinkedHashMap<>();
    private String device = "";
    private boolean sends = true;
    private boolean receives = true;
    private boolean active = true;

    /**
     * @param id of the gateway
     */
    public Modem(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** {@code /dev/ttyUSB0}, {@code COM3}, or {@code @host:port} and {@code tcp:host:port} for a modem in the network. */
    public void device(String written) {
        String name = written.strip();
        if (name.matches("(?i)com[0-9]{1,3}:?")) {
            name = name.toUpperCase(Locale.ROOT).replace(":", "");
        } else if (name.startsWith("@")) {
            name = "tcp:" + name.substring(1);
        }
        if (!name.matches("/dev/[A-Za-z0-9._/:-]{1,100}|COM[0-9]{1,3}|tcp:[A-Za-z0-9._-]{1,200}:[0-9]{1,5}")) {
            throw new IllegalArgumentException("this is no device such as /dev/ttyUSB0, COM3 or host:port");
        }
        device = name;
    }

    public void pin(String pin) {
        option("pin", pin, "[0-9]{4,8}", "a PIN has 4 to 8 digits");
    }

    public void serviceCentre(String number) {
        option("smsc", number, "\\+?[0-9]{3,20}", "this is no number of a service centre");
    }

    public void baudRate(String rate) {
        option("baudRate", rate, "[1-9][0-9]{2,6}", "this is no speed of a line");
    }

    public void rtsCts() {
        options.put("flowControl", "RTS_CTS");
    }

    public void profile(String name) {
        options.put("profile", name);
    }

    public void doesNotSend() {
        sends = false;
    }

    public void doesNotReceive() {
        receives = false;
    }

    /** It is kept, and not started. */
    public void switchOff() {
        active = false;
    }

    public boolean hasDevice() {
        return !device.isEmpty();
    }

    private void option(String name, String value, String regex, String otherwise) {
        if (!value.strip().matches(regex)) {
            throw new IllegalArgumentException(otherwise);
        }
        options.put(name, value.strip());
    }

    private String key(String name) {
        return "modem." + id + "." + name;
    }

    /** What the routes name, so that neither a PIN stands in them nor a device has to be changed in two places. */
    void writeTo(SettingsFile settings) {
        settings.set(key("device"), device);
        options.forEach((name, value) -> settings.set(key(name), value));
    }

    /** The routes. */
    String routes() {
        List<Map<String, Object>> routes = new ArrayList<>();
        if (sends) {
            Map<String, Object> outgoing = new LinkedHashMap<>();
            outgoing.put("uri", "sms:outgoing?gateway=" + id + "&retryDelay=2s");
            outgoing.put("steps", List.of(Map.of("to", line())));
            routes.add(route("gateway-" + id, outgoing));
        }
        if (receives) {
            Map<String, Object> incoming = line();
            incoming.put("steps", List.of(Map.of("to", "sms:incoming?gateway=" + id)));
            routes.add(route("received-" + id, incoming));
        }
        return routes.isEmpty() ? "" : Yaml.of(routes, 0);
    }

    private Map<String, Object> line() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("uri", "gsmmodem:{{" + key("device") + "}}");
        if (!options.isEmpty()) {
            Map<String, Object> parameters = new LinkedHashMap<>();
            options.keySet().forEach(name -> parameters.put(name, "{{" + key(name) + "}}"));
            line.put("parameters", parameters);
        }
        return line;
    }

    private Map<String, Object> route(String name, Map<String, Object> from) {
        Map<String, Object> route = new LinkedHashMap<>();
        route.put("id", name);
        if (!active) {
            route.put("autoStartup", "false");
        }
        route.put("from", from);
        return Map.of("route", route);
    }
}
