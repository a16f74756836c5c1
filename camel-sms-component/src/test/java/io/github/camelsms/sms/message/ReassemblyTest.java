package io.github.camelsms.sms.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.message.Reassembly.Kind;
import io.github.camelsms.sms.message.Reassembly.Result;
import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.Concatenation;
import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.ServiceCentreTimeStamp;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.UserData;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReassemblyTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Reassembly reassembly = new Reassembly(HOUR);

    private List<Result> offer(String from, int reference, int total, int sequence, String text, Instant sent) {
        UserData userData = UserData.text(Alphabet.GSM7, text);
        if (total > 1) {
            userData = userData.withHeader(
                    UserDataHeader.of(new Concatenation(8, reference, total, sequence).toElement()));
        }
        return reassembly.offer(
                SmsDeliver.of(
                        Address.of(from),
                        DataCodingScheme.GSM7,
                        ServiceCentreTimeStamp.of(sent.atOffset(ZoneOffset.UTC)),
                        userData),
                sent);
    }

    private static void assertGivesOut(List<Result> results, Kind kind, String text) {
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.kind()).isEqualTo(kind);
            assertThat(result.content().text()).contains(text);
        });
    }

    @Test
    void sendersDoNotWaitForEachOther() {
        assertThat(offer("+1", 5, 2, 2, "b", START)).isEmpty();
        assertGivesOut(offer("+2", 5, 1, 1, "single", START), Kind.SINGLE, "single");
        assertThat(offer("+2", 5, 2, 1, "x", START)).isEmpty();
        assertGivesOut(offer("+1", 5, 2, 1, "a", START), Kind.COMPLETE, "ab");
        assertThat(reassembly.rest()).singleElement().satisfies(result -> assertThat(result.missing())
                .containsExactly(2));
    }

    @Test
    void whatStaysIncompleteIsHandedOnAndSoIsALatePart() {
        offer("+1", 5, 3, 1, "a", START);
        offer("+1", 5, 3, 3, "c", START.plus(HOUR));
        assertThat(reassembly.expire(START.plus(HOUR).plus(HOUR))).isEmpty();
        assertGivesOut(reassembly.expire(START.plus(HOUR).plus(HOUR).plusSeconds(1)), Kind.PARTIAL, "ac");
        assertThat(offer("+1", 5, 3, 2, "b", START.plus(HOUR).plus(HOUR).plusSeconds(2)))
                .isEmpty();
        assertGivesOut(reassembly.rest(), Kind.PARTIAL, "b");
        assertThat(reassembly.rest()).isEmpty();
    }

    @Test
    void aReferenceThatIsUsedAgainBeginsAnotherMessage() {
        offer("+1", 5, 2, 1, "old", START);
        assertGivesOut(offer("+1", 5, 2, 1, "new", START.plusSeconds(60)), Kind.PARTIAL, "old");
        assertGivesOut(offer("+1", 5, 2, 2, "er", START.plusSeconds(61)), Kind.COMPLETE, "newer");
        assertGivesOut(offer("+1", 5, 2, 2, "er", START.plusSeconds(61)), Kind.DUPLICATE, "er");
    }
}
