package io.github.camelsms.sms.gsm7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeptetPackingTest {

    @Test
    void unpacksWhatItPacks() {
        Random random = new Random(7);
        for (int fillBits = 0; fillBits < 7; fillBits++) {
            for (int count = 0; count <= 260; count++) {
                byte[] septets = new byte[count];
                for (int i = 0; i < count; i++) {
                    septets[i] = (byte) random.nextInt(128);
                }
                byte[] octets = SeptetPacking.pack(septets, fillBits);
                assertThat(octets).hasSize(SeptetPacking.octets(count, fillBits));
                assertThat(SeptetPacking.unpack(octets, 0, fillBits, count)).isEqualTo(septets);
                assertThat(bits(octets, fillBits, count)).isEqualTo(septets);
            }
        }
    }

    /** Septets taken bit by bit, as the standard draws them. */
    private static byte[] bits(byte[] octets, int fillBits, int count) {
        byte[] septets = new byte[count];
        for (int bit = 0; bit < count * 7; bit++) {
            int at = fillBits + bit;
            int value = (octets[at / 8] >> (at % 8)) & 1;
            septets[bit / 7] = (byte) (septets[bit / 7] | (value << (bit % 7)));
        }
        return septets;
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "6, 1", "7, 0", "8, 6", "12, 2", "140, 0"})
    void fillsUpToTheNextSeptetBorder(int headerOctets, int fillBits) {
        assertThat(SeptetPacking.fillBits(headerOctets)).isEqualTo(fillBits);
        assertThat((headerOctets * 8 + fillBits) % 7).isZero();
    }

    @ParameterizedTest
    @CsvSource({"140, 0, 160", "134, 1, 153", "133, 0, 152", "0, 1, 0"})
    void knowsHowManySeptetsFit(int octets, int fillBits, int septets) {
        assertThat(SeptetPacking.septets(octets, fillBits)).isEqualTo(septets);
    }

    @Test
    void readsFromTheMiddleOfAnArrayAndNotBehindItsEnd() {
        byte[] octets = new byte[3 + 140];
        Arrays.fill(octets, (byte) 0xFF);
        byte[] septets = new byte[160];
        Arrays.fill(septets, (byte) 0x7F);

        assertThat(SeptetPacking.unpack(octets, 3, 0, 160)).isEqualTo(septets);
        assertThatThrownBy(() -> SeptetPacking.unpack(octets, 3, 0, 161)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> SeptetPacking.unpack(octets, 3, 1, 160)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void onlyTheLowerSevenBitsOfAnOctetCount() {
        for (int count = 0; count <= 20; count++) {
            byte[] octets = new byte[count];
            Arrays.fill(octets, (byte) 0x95);
            byte[] septets = new byte[count];
            Arrays.fill(septets, (byte) 0x15);

            assertThat(SeptetPacking.pack(octets, 3)).isEqualTo(SeptetPacking.pack(septets, 3));
            assertThat(SeptetPacking.areSeptets(septets)).isTrue();
            assertThat(SeptetPacking.areSeptets(octets)).isEqualTo(count == 0);
        }
    }

    @Test
    void packsALongTextIntoAGivenArrayAndNowhereElse() {
        byte[] target = new byte[160];
        byte[] septets = new byte[160];
        Arrays.fill(septets, (byte) 0x7F);

        assertThat(SeptetPacking.pack(septets, 0, target, 3)).isEqualTo(143);
        assertThat(target).startsWith(0, 0, 0, 0xFF).endsWith(new byte[17]);
        assertThat(target[142]).isEqualTo((byte) 0xFF);
    }

    @Test
    void packsIntoAGivenArrayAndNowhereElse() {
        byte[] target = new byte[10];
        Arrays.fill(target, (byte) 0x55);

        int end = SeptetPacking.pack(new byte[] {0x7F, 0x7F}, 1, target, 3);

        assertThat(end).isEqualTo(5);
        assertThat(target).containsExactly(0x55, 0x55, 0x55, 0xFE, 0x7F, 0x55, 0x55, 0x55, 0x55, 0x55);
    }
}
