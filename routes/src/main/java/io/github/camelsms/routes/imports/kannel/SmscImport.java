package io.github.camelsms.routes.imports.kannel;

import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Modem;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Section;
import io.github.camelsms.routes.imports.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A group {@code smsc}: a modem becomes two routes, an HTTP service becomes settings. */
final class SmscImport {

    private static final String BELONGS = "it belongs to the connection of line ";

    private final Target target;
    private final Report report;
    private final Smscs smscs;

    SmscImport(Target target, Report report, Smscs smscs) {
        this.target = target;
        this.report = report;
        this.smscs = smscs;
    }

    void read(Section section) {
        String type = section.value("smsc").orElse("").toLowerCase(Locale.ROOT);
        switch (type) {
            case "at", "at2" -> modem(section);
            case "http" -> http(section);
            case "fake" -> skip(section, "the fake connection is for tests; sms-gateway demo has a simulated modem");
            case "" -> leave(section, "a connection says its kind by smsc");
            default ->
                leave(
                        section,
                        Item.printable(type) + " is not spoken here: write a route for it,"
                                + " or send through an HTTP service of the provider");
        }
    }

    private void modem(Section section) {
        String id = id(section);
        Modem modem = new Modem(id);
        if (section.value("device").filter("rawtcp"::equals).isPresent()) {
            Item device = section.find("device").orElseThrow();
            String host = section.value("host").orElse("");
            String port = section.value("port").orElse("");
            report.attempt(device, "the device of gateway " + id, () -> modem.device("tcp:" + host + ":" + port));
            section.find("host").ifPresent(item -> report.imported(item, "the device of gateway " + id));
            section.find("port").ifPresent(item -> report.imported(item, "the device of gateway " + id));
        } else {
            attempt(section, "device", "the device of gateway " + id, modem::device);
        }
        attempt(section, "pin", "the setting modem." + id + ".pin", modem::pin);
        attempt(section, "sms-center", "the setting modem." + id + ".smsc", modem::serviceCentre);
        attempt(section, "speed", "the setting modem." + id + ".baudRate", modem::baudRate);
        section.find("modemtype").ifPresent(item -> modemType(item, modem));
        if (!modem.hasDevice()) {
            leave(section, "without a device nothing becomes of the connection");
            return;
        }
        target.modem(modem);
        made(section, id, "the routes of gateway " + id + " in routes/modems.yaml");
    }

    private void modemType(Item item, Modem modem) {
        String type = item.value().toLowerCase(Locale.ROOT);
        if (type.startsWith("siemens") || type.startsWith("wavecom") || type.startsWith("huawei")) {
            String profile = type.replaceAll("[^a-z].*", "");
            modem.profile(profile);
            report.imported(item, "the setting modem." + modem.id() + ".profile");
        } else {
            report.ignored(item, "the modem is asked what it is");
        }
    }

    private void http(Section section) {
        String id = id(section);
        HttpSmsc http = new HttpSmsc(id, section, target.settings(), report);
        if (http.read()) {
            made(section, id, "the HTTP gateway " + id);
        } else {
            leave(section, "the HTTP service is not one that is known here: describe it as docs/providers.md tells");
        }
    }

    private void made(Section section, String id, String as) {
        smscs.add(new Smsc(id, section));
        report.imported(section.head(), as);
        section.find("smsc").ifPresent(item -> report.imported(item, as));
        section.find("smsc-id").ifPresent(item -> report.imported(item, "the gateway id " + id));
        attempt(section, "throughput", "the setting sms.routing.gateways." + id + ".rate", value -> target.settings()
                .set("sms.routing.gateways." + id + ".rate", rate(value)));
    }

    /** Messages a second, which may be less than one, as so many in so long. */
    private static String rate(String written) {
        if (!written.matches("[0-9]{1,5}(\\.[0-9]{1,5})?") || new BigDecimal(written).signum() == 0) {
            throw new IllegalArgumentException("it is no number of messages a second");
        }
        BigDecimal perSecond = new BigDecimal(written);
        return perSecond.compareTo(BigDecimal.ONE) >= 0
                ? perSecond.setScale(0, RoundingMode.DOWN) + "/1s"
                : "1/" + BigDecimal.ONE.divide(perSecond, 0, RoundingMode.UP) + "s";
    }

    private String id(Section section) {
        return target.gatewayId(section.value("smsc-id").orElse(""), "kannel");
    }

    private void attempt(Section section, String name, String as, Consumer<String> step) {
        Optional<Item> item = section.find(name);
        item.filter(found -> !found.value().isBlank())
                .ifPresent(found -> report.attempt(found, as, () -> step.accept(found.value())));
        item.filter(found -> found.value().isBlank()).ifPresent(found -> report.ignored(found, "it says nothing"));
    }

    /** One decision for all of it. */
    private void leave(Section section, String what) {
        report.decide(section.head(), what);
        rest(section);
    }

    private void skip(Section section, String why) {
        report.ignored(section.head(), why);
        rest(section);
    }

    private void rest(Section section) {
        section.items().stream()
                .filter(item -> !report.isAnswered(item))
                .forEach(item -> report.ignored(item, BELONGS + section.head().line()));
    }
}
