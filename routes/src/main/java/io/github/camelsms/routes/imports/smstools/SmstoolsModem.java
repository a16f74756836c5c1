package io.github.camelsms.routes.imports.smstools;

import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Modem;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Section;
import io.github.camelsms.routes.imports.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One device of smsd, as a gateway. */
final class SmstoolsModem {

    private final Layers layers;
    private final Section global;
    private final Target target;
    private final Report report;
    private final String id;
    private final Modem modem;

    SmstoolsModem(Layers layers, Section global, Target target, Report report) {
        this.layers = layers;
        this.global = global;
        this.target = target;
        this.report = report;
        this.id = target.gatewayId(layers.device(), "modem");
        this.modem = new Modem(id);
    }

    /** The id of the gateway; empty when there is no device. */
    Optional<String> read() {
        set("device", "device", modem::device);
        set("pin", "pin", modem::pin);
        set("smsc", "smsc", value -> modem.serviceCentre(value.startsWith("+") ? value : "+" + value));
        set("baudrate", "baudRate", modem::baudRate);
        set("rtscts", "flowControl", value -> {
            if (Layers.isYes(value)) {
                modem.rtsCts();
            }
        });
        directions();
        limits();
        layers.find("mode")
                .filter(item -> layers.value(item).equalsIgnoreCase("new"))
                .ifPresent(item -> report.ignored(item, "that is how modems are spoken to"));
        if (!modem.hasDevice()) {
            layers.sections().stream()
                    .findFirst()
                    .ifPresent(section -> report.decide(section.head(), "there is no device for " + layers.device()));
            return Optional.empty();
        }
        target.modem(modem);
        layers.sections().forEach(section -> report.imported(section.head(), "routes in routes/modems.yaml"));
        return Optional.of(id);
    }

    private void directions() {
        if (!layers.isYes("incoming", false)) {
            modem.doesNotReceive();
        }
        if (!layers.isYes("outgoing", true)) {
            modem.doesNotSend();
        }
        if (layers.isYes("sending_disabled", false) || layers.isYes("modem_disabled", false)) {
            modem.switchOff();
        }
        for (String directive : List.of("incoming", "outgoing", "sending_disabled", "modem_disabled")) {
            layers.all(directive).forEach(item -> report.imported(item, "which routes there are"));
        }
    }

    /** {@code message_limit} in {@code message_count_clear} minutes, and when a modem that fails is left alone. */
    private void limits() {
        Optional<Item> limit = layers.find("message_limit");
        Optional<Item> clear = layers.find("message_count_clear");
        limit.ifPresent(item -> report.attempt(item, rule("rate"), () -> {
            if (clear.isEmpty()) {
                throw new IllegalArgumentException(
                        "smsd begins to count again when it is restarted: set " + rule("day") + " or month");
            }
            settings("rate", number(layers.value(item)) + "/" + number(layers.value(clear.get())) + "m");
        }));
        clear.filter(item -> limit.isPresent())
                .ifPresent(item -> report.attempt(item, rule("rate"), () -> number(layers.value(item))));
        global.find("blockafter")
                .ifPresent(item -> report.attempt(
                        item, "failures of each gateway", () -> settings("failures", number(item.value()))));
        global.find("blocktime")
                .ifPresent(item -> report.attempt(
                        item, "coolDown of each gateway", () -> settings("coolDown", number(item.value()) + "s")));
    }

    private static String number(String value) {
        if (!value.strip().matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("it is no number above zero");
        }
        return value.strip();
    }

    private String rule(String name) {
        return "the setting sms.routing.gateways." + id + "." + name;
    }

    private void settings(String name, String value) {
        target.settings().set("sms.routing.gateways." + id + "." + name, value);
    }

    private void set(String directive, String name, Consumer<String> step) {
        layers.find(directive)
                .filter(item -> !item.value().isBlank())
                .ifPresent(item -> report.attempt(
                        item,
                        "the setting modem." + layers.whose(item) + "." + name,
                        () -> step.accept(layers.value(item))));
    }
}
