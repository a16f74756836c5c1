package io.github.camelsms.routes.imports.gammu;

import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Modem;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Section;
import io.github.camelsms.routes.imports.Target;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The phone that {@code [gammu]} and {@code [smsd]} speak of, as a gateway. */
final class GammuModem {

    private final Section gammu;
    private final Section smsd;
    private final Target target;
    private final Report report;

    GammuModem(Section gammu, Section smsd, Target target, Report report) {
        this.gammu = gammu;
        this.smsd = smsd;
        this.target = target;
        this.report = report;
    }

    void read() {
        String id = target.gatewayId(smsd.value("phoneid").orElse(""), "gammu");
        Modem modem = new Modem(id);
        Optional<Item> device = gammu.find("device").or(() -> gammu.find("port"));
        device.ifPresent(item -> set(item, "the device of gateway " + id, modem::device));
        smsd.find("pin").ifPresent(item -> set(item, "the setting modem." + id + ".pin", modem::pin));
        smsd.find("phoneid").ifPresent(item -> set(item, "the gateway id " + id, value -> {}));
        gammu.find("connection").ifPresent(item -> connection(item, modem));
        smsd.find("send").ifPresent(item -> direction(item, "it sends", modem::doesNotSend));
        smsd.find("receive").ifPresent(item -> direction(item, "it receives", modem::doesNotReceive));
        if (modem.hasDevice()) {
            target.modem(modem);
            String as = "the routes of gateway " + id + " in routes/modems.yaml";
            report.imported(smsd.items().isEmpty() ? gammu.head() : smsd.head(), as);
        } else {
            report.decide(
                    smsd.items().isEmpty() ? gammu.head() : smsd.head(),
                    "there is no device: without one no gateway is made");
        }
    }

    private void set(Item item, String as, Consumer<String> step) {
        if (item.value().isBlank()) {
            report.ignored(item, "it says nothing");
        } else {
            report.attempt(item, as, () -> step.accept(item.value()));
        }
    }

    /** {@code at115200}: the speed; other protocols than AT are not spoken. */
    private void connection(Item item, Modem modem) {
        String connection = item.value().strip().toLowerCase(Locale.ROOT).replaceAll("-.*", "");
        if (connection.matches("at[0-9]+")) {
            set(
                    item,
                    "the setting modem." + modem.id() + ".baudRate",
                    value -> modem.baudRate(connection.substring("at".length())));
        } else if (connection.matches("at|dku2at|irdaat|blueat|bluerfat|none|")) {
            report.ignored(item, "AT commands are what is spoken here");
        } else {
            report.decide(item, "only AT commands are spoken: see whether the phone understands them on this device");
        }
    }

    private void direction(Item item, String what, Runnable off) {
        switch (item.value().strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "t", "1", "on" -> report.imported(item, what);
            case "false", "no", "n", "f", "0", "off" -> {
                off.run();
                report.imported(item, "no route for that direction");
            }
            default -> report.decide(item, "it is neither yes nor no");
        }
    }
}
