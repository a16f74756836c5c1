package io.github.camelsms.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.camelsms.sms.tpdu.Vectors.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TpduPropertyTest {

    private static final long SEED = 20_261_121L;
    private static final Pattern FIELD = Pattern.compile("(Tpdu|Sms\\w+)(\\.[a-zA-Z]+(\\[\\d+])?)+");
    private static final int RANDOM_PDUS = 200_000;

    @ParameterizedTest
    @EnumSource
    void decodesWhatItEncodes(Direction direction) {
        Generated generated = new Generated(SEED);
        for (int i = 0; i < 50_000; i++) {
            Tpdu tpdu = generated.tpdu(direction);
            byte[] octets = tpdu.encode();
            Tpdu decoded = Tpdu.decode(octets, direction);
            assertThat(decoded).isEqualTo(tpdu);
            assertThat(decoded.hashCode()).isEqualTo(tpdu.hashCode());
        }
    }

    @Test
    void readsTheHexThatItWrites() {
        Generated generated = new Generated(SEED);
        for (int i = 0; i < 20_000; i++) {
            Pdu pdu = Pdu.of(generated.submit());
            // A service centre address has no room for half an octet: an odd digit is followed by filler.
            Pdu withCentre = pdu.withServiceCentre(Address.of("+" + generated.text("0123456789", 1 + i % 20)));

            assertThat(Pdu.parse(pdu.hex())).isEqualTo(pdu);
            assertThat(Pdu.parse(withCentre.hex())).isEqualTo(withCentre);
            assertThat(withCentre.tpduLength()).isEqualTo(pdu.tpduLength());
        }
    }

    @Test
    void explainsRandomOctetsOrReadsThem() {
        Generated generated = new Generated(SEED);
        int read = 0;
        for (int i = 0; i < RANDOM_PDUS; i++) {
            byte[] octets = generated.array(generated.upTo(180));
            read += readsOrExplains(octets, i % 2 == 0 ? Direction.MOBILE_TERMINATED : Direction.MOBILE_ORIGINATED)
                    ? 1
                    : 0;
        }
        // Enough of them reach the user data for this to mean something.
        assertThat(read).isBetween(RANDOM_PDUS / 200, RANDOM_PDUS);
    }

    @Test
    void explainsEveryTruncationOfTheVectorsOrReadsIt() {
        List<byte[]> vectors = octetsOfVectors();
        assertThat(vectors).hasSizeGreaterThan(50);
        for (byte[] octets : vectors) {
            for (int length = 0; length < octets.length; length++) {
                byte[] cut = Arrays.copyOf(octets, length);
                readsOrExplains(cut, Direction.MOBILE_TERMINATED);
                readsOrExplains(cut, Direction.MOBILE_ORIGINATED);
            }
        }
    }

    @Test
    void explainsEveryChangeOfOneOctetOrReadsIt() {
        for (byte[] octets : octetsOfVectors()) {
            for (int at = 0; at < octets.length; at++) {
                byte[] changed = octets.clone();
                // All values where lengths and flags are, a few in the text.
                int step = at < 24 ? 1 : 37;
                for (int value = 0; value < 256; value += step) {
                    changed[at] = (byte) value;
                    readsOrExplains(changed, Direction.MOBILE_TERMINATED);
                    readsOrExplains(changed, Direction.MOBILE_ORIGINATED);
                }
            }
        }
    }

    @Test
    void explainsRandomLinesOfAModemOrReadsThem() {
        Generated generated = new Generated(SEED);
        for (int i = 0; i < 20_000; i++) {
            String line = generated.text("0123456789ABCDEFabcdef", generated.upTo(60)) + (i % 3 == 0 ? "G " : "");
            try {
                assertThat(Pdu.parse(line).hex()).isNotEmpty();
            } catch (TpduException e) {
                assertThat(e).hasMessageMatching("Pdu\\.\\S+ at \\d+: .+");
            }
        }
    }

    private static boolean readsOrExplains(byte[] octets, Direction direction) {
        try {
            Tpdu tpdu = Tpdu.decode(octets, direction);
            new PduFacts(tpdu).text();
            new PduFacts(tpdu).concatenation();
            new PduFacts(tpdu).serviceCentreTimeStamp();
            new PduFacts(tpdu).validityMinutes();
            // What can be read can be written, and reads the same.
            if (!Tpdu.decode(tpdu.encode(), direction).equals(tpdu)) {
                fail("reads differently after it was written: "
                        + Octets.of(octets).hex() + " " + direction);
            }
            return true;
        } catch (TpduException e) {
            if (e.octet() < 0
                    || e.octet() > octets.length
                    || !FIELD.matcher(e.field()).matches()) {
                fail(Octets.of(octets).hex() + " " + direction, e);
            }
            return false;
        } catch (RuntimeException e) {
            return fail(Octets.of(octets).hex() + " " + direction, e);
        }
    }

    private static List<byte[]> octetsOfVectors() {
        return Stream.of(
                        Vectors.of("pdu_decode.jsonl", "pdu-decode"),
                        Vectors.of("pdu_encode.jsonl", "pdu-encode"),
                        Vectors.of("pdu_invalid.jsonl", "pdu-invalid"))
                .flatMap(vectors -> vectors)
                .map(TpduPropertyTest::tpdu)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<byte[]> tpdu(Vector vector) {
        String hex = vector.string("hex");
        return hex.isEmpty()
                ? Optional.empty()
                : Optional.of(vector.is("sca") ? Pdu.parse(hex).tpdu().toArray() : vector.octets("hex"));
    }
}
