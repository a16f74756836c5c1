package io.github.camelsms.sms.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.Concatenation;
import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.ServiceCentreTimeStamp;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.UserData;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import io.github.camelsms.sms.tpdu.Vectors;
import io.github.camelsms.sms.tpdu.Vectors.Vector;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReassemblyVectorsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<PartKey, PartSet> open = new HashMap<>();

    static Stream<Vector> reassembly() {
        return Vectors.of("reassembly.jsonl", "reassembly");
    }

    @ParameterizedTest
    @MethodSource
    void reassembly(Vector vector) {
        List<Vector> events = vector.objects("events");
        List<Vector> outs = vector.expect().objects("outs");
        for (int i = 0; i < events.size(); i++) {
            String expected = "null";
            if (outs.get(i).has("out")) {
                Vector out = outs.get(i).object("out");
                expected = out.is("duplicate") ? "duplicate" : out.string("complete");
            }
            assertThat(receive(events.get(i))).isEqualTo(expected);
        }
    }

    private String receive(Vector event) {
        Instant at = START.plusSeconds(event.integer("at"));
        SmsDeliver deliver = event.has("pdu")
                ? SmsDeliver.decode(Pdu.parse(event.string("pdu")).tpdu().toArray())
                : deliver(event.object("part"), at);
        PartKey key = PartKey.of(deliver).orElseThrow();
        PartSet.Offer offer = open.getOrDefault(key, PartSet.empty(key)).offer(new Part(deliver, at));
        open.put(key, offer.set());
        return switch (offer.outcome()) {
            case STORED, RESTARTED -> "null";
            case DUPLICATE -> "duplicate";
            case COMPLETE -> open.remove(key).content().text().orElseThrow();
        };
    }

    private static SmsDeliver deliver(Vector part, Instant at) {
        Concatenation concatenation = new Concatenation(
                part.integer("bits"), part.integer("ref"), part.integer("total"), part.integer("seq"));
        return SmsDeliver.of(
                Address.of(part.string("from")),
                DataCodingScheme.GSM7,
                ServiceCentreTimeStamp.of(at.atOffset(ZoneOffset.UTC)),
                UserData.text(Alphabet.GSM7, part.string("text"))
                        .withHeader(UserDataHeader.of(concatenation.toElement())));
    }
}
