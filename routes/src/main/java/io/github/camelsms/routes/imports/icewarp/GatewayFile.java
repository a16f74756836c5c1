package io.github.camelsms.routes.imports.icewarp;

import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Modem;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code smsgateway.dat}: each element that has an id or a device is a gateway. */
final class GatewayFile {

    private static final List<String> DEVICE = List.of("device", "url");
    private static final List<String> PIN = List.of("pin", "password", "pass");
    private static final List<String> CENTRE = List.of("smscenter", "smsc", "center");
    private static final List<String> FROM = List.of("from", "emailfrom", "mailfrom");
    private static final List<String> FOR_PEOPLE = List.of("description", "desc", "comment", "template");

    private final String file;
    private final Target target;
    private final Report report;
    private final HttpGatewayImport http;
    private final Map<String, String> ids = new HashMap<>();

    GatewayFile(String file, Target target, Report report, HttpGatewayImport http) {
        this.file = file;
        this.target = target;
        this.report = report;
        this.http = http;
    }

    /** Our ids of gateways by their old ones. */
    Map<String, String> read(XmlNode node) {
        if (node.child("id").isPresent() || node.child("device").isPresent()) {
            gateway(node);
        } else if (node.isLeaf() && !node.text().isEmpty()) {
            report.decide(new Item(file, node.line(), "<" + node.name() + ">", ""), "it belongs to no gateway");
        }
        node.items().forEach(this::read);
        node.children().stream()
                .filter(child -> child.isLeaf()
                        && node.child("id").isEmpty()
                        && node.child("device").isEmpty())
                .forEach(this::read);
        return ids;
    }

    private void gateway(XmlNode node) {
        String name = node.value("id").orElse("");
        String device = DEVICE.stream()
                .flatMap(each -> node.value(each).stream())
                .findFirst()
                .orElse("");
        String id = target.gatewayId(name, "icewarp");
        boolean active = node.value("active").isEmpty() || node.is("active");
        boolean remote = device.matches("(?i)https?://.*");
        if (active || !remote) {
            ids.put(name, id);
        }
        Modem modem = new Modem(id);
        if (!active) {
            modem.switchOff();
        }
        for (XmlNode leaf : node.children()) {
            if (leaf.isLeaf()) {
                Item item = report.expect(new Item(file, leaf.line(), "<" + leaf.name() + ">", leaf.text()));
                if (leaf.text().isEmpty()) {
                    report.ignored(item, "it says nothing");
                } else if (!common(item, leaf.name(), id, active)) {
                    one(item, leaf.name(), remote ? Optional.empty() : Optional.of(modem), id, active);
                }
            }
        }
        if (!remote && modem.hasDevice()) {
            target.modem(modem);
        }
        if (device.isEmpty()) {
            report.decide(new Item(file, node.line(), "<" + node.name() + ">", ""), "gateway " + id + " has no device");
        }
    }

    /** What gateways of both kinds have. */
    private boolean common(Item item, String name, String id, boolean active) {
        if (name.equals("id")) {
            report.imported(item, "the gateway id " + id);
        } else if (name.equals("active")) {
            report.imported(item, active ? "a gateway that works" : "a gateway that is switched off");
        } else if (name.equals("type")) {
            report.ignored(item, "the device tells what it is");
        } else if (FOR_PEOPLE.contains(name)) {
            report.ignored(item, "it is for people");
        } else if (FROM.contains(name)) {
            report.attempt(item, "the settings sms.mail.from and sms.mail.domain", () -> from(item.value()));
        } else {
            return false;
        }
        return true;
    }

    private void from(String template) {
        if (!template.matches("[^@\\s]*%s[^@\\s]*(@[A-Za-z0-9.-]+)?")) {
            throw new IllegalArgumentException("it is no address with a place for the number");
        }
        target.settings().set("sms.mail.from", template);
        if (template.contains("@")) {
            target.settings().set("sms.mail.domain", template.substring(template.indexOf('@') + 1));
        }
    }

    private void one(Item item, String name, Optional<Modem> modem, String id, boolean active) {
        if (modem.isEmpty()) {
            http.read(item, name, id, active);
        } else if (DEVICE.contains(name)) {
            report.attempt(
                    item, "the routes of gateway " + id, () -> modem.get().device(item.value()));
        } else if (PIN.contains(name)) {
            report.attempt(
                    item, "the setting modem." + id + ".pin", () -> modem.get().pin(item.value()));
        } else if (CENTRE.contains(name)) {
            report.attempt(
                    item, "the setting modem." + id + ".smsc", () -> modem.get().serviceCentre(item.value()));
        } else {
            report.decide(item, "this is not known here");
        }
    }
}
