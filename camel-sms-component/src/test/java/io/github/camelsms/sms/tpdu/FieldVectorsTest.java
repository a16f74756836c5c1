package io.github.camelsms.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.tpdu.Vectors.Vector;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldVectorsTest {

    static Stream<Vector> dataCodingScheme() {
        return Vectors.of("fields.jsonl", "dcs");
    }

    static Stream<Vector> status() {
        return Vectors.of("fields.jsonl", "st");
    }

    static Stream<Vector> relativeValidity() {
        return Vectors.of("fields.jsonl", "vp-relative");
    }

    static Stream<Vector> relativeValidityOfMinutes() {
        return Vectors.of("fields.jsonl", "vp-relative-encode");
    }

    static Stream<Vector> enhancedValidity() {
        return Vectors.of("fields.jsonl", "vp-enhanced");
    }

    static Stream<Vector> timeStamp() {
        return Vectors.of("fields.jsonl", "scts");
    }

    static Stream<Vector> address() {
        return Vectors.of("fields.jsonl", "address");
    }

    static Stream<Vector> userDataHeader() {
        return Vectors.of("fields.jsonl", "udh");
    }

    @ParameterizedTest
    @MethodSource
    void dataCodingScheme(Vector vector) {
        DataCodingScheme dcs = new DataCodingScheme(vector.integer("dcs"));
        Vector expect = vector.expect();

        String alphabet =
                switch (dcs.alphabet()) {
                    case GSM7 -> "gsm7";
                    case OCTETS -> "8bit";
                    case UCS2 -> "ucs2";
                };
        assertThat(dcs.reserved() ? "reserved" : alphabet).isEqualTo(expect.string("alphabet"));
        assertThat(dcs.messageClass().map(MessageClass::value))
                .isEqualTo(expect.has("cls") ? Optional.of(expect.integer("cls")) : Optional.empty());
        assertThat(dcs.compressed()).isEqualTo(expect.is("compressed"));
        assertThat(dcs.automaticDeletion()).isEqualTo(expect.is("autodelete"));
        assertThat(dcs.messageWaiting().isPresent()).isEqualTo(expect.has("mwi"));
        dcs.messageWaiting().ifPresent(waiting -> assertWaiting(waiting, expect.object("mwi")));
    }

    private static void assertWaiting(MessageWaiting waiting, Vector expect) {
        assertThat(waiting.kind().name().toLowerCase(Locale.ROOT)).isEqualTo(expect.string("type"));
        assertThat(waiting.indication() == MessageWaiting.Indication.ACTIVE).isEqualTo(expect.is("active"));
        assertThat(waiting.storage() == MessageWaiting.Storage.DISCARD).isEqualTo(expect.is("discard"));
    }

    @ParameterizedTest
    @MethodSource
    void status(Vector vector) {
        TpStatus status = new TpStatus(vector.integer("st"));
        String group =
                switch (status.category()) {
                    case COMPLETED -> "complete";
                    case STILL_TRYING -> "temporary-retrying";
                    case PERMANENT_ERROR -> "permanent";
                    case GAVE_UP -> "temporary-not-retrying";
                    case RESERVED -> "";
                };
        String expected =
                switch (status.assignment()) {
                    case STANDARD -> group.equals("complete") ? "delivered" : group;
                    case RESERVED -> group.isEmpty() ? "reserved" : "reserved-" + group;
                    case SERVICE_CENTRE_SPECIFIC -> "sc-specific-" + group;
                };
        assertThat(expected).isEqualTo(vector.expect().string("class"));
    }

    @ParameterizedTest
    @MethodSource
    void relativeValidity(Vector vector) {
        ValidityPeriod.Relative period = new ValidityPeriod.Relative(vector.integer("octet"));
        Duration expected = Duration.ofMinutes(vector.expect().integer("minutes"));

        assertThat(period.duration()).contains(expected);
        assertThat(ValidityPeriod.of(expected)).isEqualTo(period);
    }

    @ParameterizedTest
    @MethodSource
    void relativeValidityOfMinutes(Vector vector) {
        assertThat(ValidityPeriod.of(Duration.ofMinutes(vector.integer("minutes"))))
                .isEqualTo(new ValidityPeriod.Relative(vector.expect().integer("octet")));
    }

    @ParameterizedTest
    @MethodSource
    void enhancedValidity(Vector vector) {
        ValidityPeriod.Enhanced period = new ValidityPeriod.Enhanced(Octets.ofHex(vector.string("hex")));
        Vector expect = vector.expect();

        assertThat(period.periodFormat()).isEqualTo(expect.integer("format"));
        Duration expected = expect.has("minutes")
                ? Duration.ofMinutes(expect.integer("minutes"))
                : Duration.ofSeconds(expect.integer("seconds"));
        assertThat(period.duration()).contains(expected);
    }

    @ParameterizedTest
    @MethodSource
    void timeStamp(Vector vector) {
        OffsetDateTime expected = OffsetDateTime.parse(vector.expect().string("iso"));
        ServiceCentreTimeStamp time = new ServiceCentreTimeStamp(Octets.ofHex(vector.string("hex")));

        assertThat(time.toOffsetDateTime()).contains(expected);
        assertThat(ServiceCentreTimeStamp.of(expected)).isEqualTo(time);
    }

    @ParameterizedTest
    @MethodSource
    void address(Vector vector) {
        String expected = vector.expect().string("number");
        if (vector.is("smsc")) {
            Optional<Address> serviceCentre = Pdu.parse(vector.string("hex")).serviceCentre();
            assertThat(serviceCentre.map(Address::display).orElse("")).isEqualTo(expected);
            return;
        }
        byte[] octets = vector.octets("hex");
        Address address = Address.decode(new OctetReader("Address", octets), "address");
        assertThat(address.display()).isEqualTo(expected);
        OctetWriter out = new OctetWriter();
        address.encode(out);
        assertThat(out.toArray()).isEqualTo(octets);
    }

    @ParameterizedTest
    @MethodSource
    void userDataHeader(Vector vector) {
        byte[] octets = vector.octets("hex");

        UserDataHeader header = UserDataHeader.decode(octets);

        List<String> elements = header.elements().stream()
                .map(element -> String.format("%02X", element.identifier()) + ":"
                        + element.data().hex())
                .toList();
        assertThat(elements)
                .isEqualTo(vector.expect().objects("ies").stream()
                        .map(element -> element.string("iei") + ":" + element.string("data"))
                        .toList());
        assertThat(header.encode().toArray()).isEqualTo(octets);
    }
}
