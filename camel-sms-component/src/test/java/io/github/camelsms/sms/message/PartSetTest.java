package io.github.camelsms.sms.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.message.PartSet.Outcome;
import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.Concatenation;
import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.InformationElement;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.ServiceCentreTimeStamp;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.UserData;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartSetTest {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-21T12:00:00Z");

    private static SmsDeliver deliver(InformationElement element, OffsetDateTime stamped, UserData userData) {
        return SmsDeliver.of(
                Address.of("+1555"),
                DataCodingScheme.of(userData.alphabet()),
                ServiceCentreTimeStamp.of(stamped),
                userData.withHeader(UserDataHeader.of(element)));
    }

    private static Part part(int sequence, String text, OffsetDateTime stamped) {
        InformationElement element = new Concatenation(8, 42, 3, sequence).toElement();
        return new Part(deliver(element, stamped, UserData.text(Alphabet.GSM7, text)), Instant.EPOCH);
    }

    private static PartSet with(Part... parts) {
        PartSet set = PartSet.empty(PartKey.of(parts[0].deliver()).orElseThrow());
        for (Part part : parts) {
            set = set.offer(part).set();
        }
        return set;
    }

    @Test
    void knowsWhatIsMissing() {
        PartSet set = with(part(3, "c", NOON));

        assertThat(set.missing()).containsExactly(1, 2);
        assertThat(set.isComplete()).isFalse();
        assertThat(set.offer(part(3, "c", NOON))).isEqualTo(new PartSet.Offer(Outcome.DUPLICATE, set));
    }

    @Test
    void otherContentAtTheSameIndexBeginsALaterMessage() {
        PartSet old = with(part(1, "a", NOON), part(2, "b", NOON));
        Part later = part(2, "other", NOON.plusMinutes(5));

        PartSet.Offer offer = old.offer(later);

        assertThat(offer.outcome()).isEqualTo(Outcome.RESTARTED);
        assertThat(offer.set().inOrder()).containsExactly(later.deliver());
        assertThat(old.inOrder()).hasSize(2);
    }

    @Test
    void aReferenceThatIsUsedAgainDaysLaterFillsNoOldHole() {
        PartSet old = with(part(1, "a", NOON), part(2, "b", NOON));

        assertThat(old.offer(part(3, "c", NOON.plusDays(3))).outcome()).isEqualTo(Outcome.RESTARTED);
        assertThat(old.offer(part(3, "c", NOON.plusHours(23))).outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(old.offer(part(1, "a", NOON.plusDays(3))).outcome()).isEqualTo(Outcome.RESTARTED);
    }

    @Test
    void timeOfArrivalDoesNotMatter() {
        PartSet old = with(part(1, "a", NOON), part(2, "b", NOON));
        Part late = new Part(part(3, "c", NOON).deliver(), Instant.EPOCH.plus(Duration.ofDays(9)));

        assertThat(old.offer(late).outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(old.offer(late).set().content().text()).contains("abc");
    }

    @Test
    void anIncompleteSetSaysWhatIsThere() {
        UserData escapeAtTheEnd = UserData.septets((byte) 'a', (byte) 0x1B);
        SmsDeliver first = deliver(new Concatenation(8, 42, 3, 1).toElement(), NOON, escapeAtTheEnd);
        SmsDeliver third = part(3, "e", NOON).deliver();
        SmsDeliver second = part(2, "e", NOON).deliver();

        // Across the gap the escape must not take hold of a character that is not its own.
        assertThat(ReceivedContent.join(List.of(first, third)).text()).contains("a e");
        assertThat(ReceivedContent.join(List.of(first, second)).text()).contains("a\u20AC");
    }

    @Test
    void surrogatePairsAreJoinedBeforeTheyAreRead() {
        SmsDeliver first = deliver(new Concatenation(16, 1, 2, 1).toElement(), NOON, ucs2("D83DDE01D83D"));
        SmsDeliver second = deliver(new Concatenation(16, 1, 2, 2).toElement(), NOON, ucs2("DE01D83DDE01"));

        assertThat(ReceivedContent.join(List.of(first, second)).text())
                .contains("\uD83D\uDE01\uD83D\uDE01\uD83D\uDE01");
    }

    private static UserData ucs2(String hex) {
        return new UserData(java.util.Optional.empty(), Alphabet.UCS2, Octets.ofHex(hex));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2A0001", "2A0200", "2A0203", "2A0101", "2A02"})
    void whatIsNoPartOfALongerMessageHasNoKey(String element) {
        SmsDeliver deliver = deliver(
                new InformationElement(InformationElement.CONCATENATION_8, Octets.ofHex(element)),
                NOON,
                UserData.text(Alphabet.GSM7, "x"));

        assertThat(PartKey.of(deliver)).isEmpty();
        assertThatThrownBy(() -> new Part(deliver, Instant.EPOCH)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ReceivedContent.join(List.of(deliver)).text()).contains("x");
    }

    @Test
    void keysTellApartWhatMustNotMix() {
        UserData text = UserData.text(Alphabet.GSM7, "x");
        PartKey key = PartKey.of(deliver(new Concatenation(8, 5, 2, 1).toElement(), NOON, text))
                .orElseThrow();

        assertThat(PartKey.of(deliver(new Concatenation(8, 5, 2, 2).toElement(), NOON.plusDays(1), text)))
                .contains(key);
        assertThat(PartKey.of(deliver(new Concatenation(16, 5, 2, 1).toElement(), NOON, text)))
                .get()
                .isNotEqualTo(key);
        assertThat(PartKey.of(deliver(new Concatenation(8, 5, 3, 1).toElement(), NOON, text)))
                .get()
                .isNotEqualTo(key);
        assertThat(PartKey.of(deliver(new Concatenation(8, 5, 2, 1).toElement(), NOON, UserData.octets((byte) 1))))
                .get()
                .isNotEqualTo(key);
        assertThat(key.line()).isEqualTo("145:1555/GSM7/8/5/2");
    }

    @Test
    void takesNoPartOfAnotherMessage() {
        PartSet set = with(part(1, "a", NOON));
        Part other = new Part(
                deliver(new Concatenation(8, 43, 3, 2).toElement(), NOON, UserData.text(Alphabet.GSM7, "x")),
                Instant.EPOCH);

        assertThatThrownBy(() -> set.offer(other)).isInstanceOf(IllegalArgumentException.class);
    }
}
