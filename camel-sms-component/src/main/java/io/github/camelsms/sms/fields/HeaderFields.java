package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.tpdu.Concatenation;
import io.github.camelsms.sms.tpdu.InformationElement;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.Ports;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The user data header: {@code ies}, all its elements in order, and what two of them say, {@code concat} and {@code
 * ports}. When it is written, either will do.
 */
final class HeaderFields {

    private static final String ELEMENTS = "ies";
    private static final String CONCATENATION = "concat";
    private static final String PORTS = "ports";

    private HeaderFields() {}

    static void write(UserDataHeader header, Map<String, Object> out) {
        header.concatenation().ifPresent(concatenation -> out.put(CONCATENATION, fields(concatenation)));
        header.ports().ifPresent(ports -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("dst", ports.destination());
            fields.put("src", ports.source());
            fields.put("bits", ports.bits());
            out.put(PORTS, fields);
        });
        out.put(ELEMENTS, header.elements().stream().map(HeaderFields::fields).toList());
    }

    static Map<String, Object> fields(Concatenation concatenation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ref", concatenation.reference());
        fields.put("total", concatenation.total());
        fields.put("seq", concatenation.sequence());
        fields.put("bits", concatenation.referenceBits());
        return fields;
    }

    private static Map<String, Object> fields(InformationElement element) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("iei", Octets.of((byte) element.identifier()).hex());
        fields.put("data", element.data().hex());
        return fields;
    }

    /** The header that the fields ask for; an element that two of them name is there once. */
    static Optional<UserDataHeader> read(Fields in) {
        Optional<List<InformationElement>> given = in.objects(ELEMENTS)
                .map(elements -> elements.stream().map(HeaderFields::element).toList());
        List<InformationElement> elements = new ArrayList<>(given.orElse(List.of()));
        in.object(CONCATENATION)
                .map(HeaderFields::concatenation)
                .map(Concatenation::toElement)
                .ifPresent(element -> {
                    if (!elements.contains(element)) {
                        elements.add(0, element);
                    }
                });
        in.object(PORTS).map(HeaderFields::ports).map(Ports::toElement).ifPresent(element -> {
            if (!elements.contains(element)) {
                elements.add(element);
            }
        });
        return elements.isEmpty() && given.isEmpty()
                ? Optional.empty()
                : Optional.of(in.checked(ELEMENTS, () -> new UserDataHeader(elements)));
    }

    private static InformationElement element(Fields in) {
        Octets identifier = in.hex("iei")
                .filter(octets -> octets.length() == 1)
                .orElseThrow(() -> in.fail("iei", "is the identifier in two hex digits, such as \"05\""));
        Octets data = in.hex("data").orElse(Octets.EMPTY);
        return in.checked("data", () -> new InformationElement(identifier.at(0), data));
    }

    private static Concatenation concatenation(Fields in) {
        return in.checked(
                "seq",
                () -> new Concatenation(
                        in.integer("bits", 8, 16).orElse(8),
                        in.integer("ref", 0, 0xFFFF).orElse(0),
                        required(in, "total", Concatenation.MAX_PARTS),
                        required(in, "seq", Concatenation.MAX_PARTS)));
    }

    private static Ports ports(Fields in) {
        return in.checked(
                "dst",
                () -> new Ports(
                        in.integer("bits", 8, 16).orElse(16),
                        required(in, "dst", 0xFFFF),
                        in.integer("src", 0, 0xFFFF).orElse(0)));
    }

    private static int required(Fields in, String name, int max) {
        return in.integer(name, 0, max).orElseThrow(() -> in.fail(name, "is missing"));
    }
}
