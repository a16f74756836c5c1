package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.report.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Number 10 of the contract of {@link MessageStore}: each message ends once, by a report, by its time or by a clock that leaps. */
class OutcomesContractTest extends StoreContract {

    @Test
    void aClockThatStepsBackSendsNothingTwiceAndIdentitiesAscend4and10() {
        MessageId first = accept(message("first"));
        get(store.sent(lease("us"), List.of("1")));
        MessageId second = accept(message("second"));
        get(store.failed(lease("us"), temporary(), clock.instant().plusSeconds(60)));

        get(store.tick());
        clock.advance(Duration.ofHours(-3));
        MessageId third = accept(message("third"));
        get(store.tick());
        assertThat(List.of(first, second, third)).isSorted();
        assertThat(lease("us").id()).isEqualTo(third);
        assertThat(get(store.handOutgoing("us", 10)).items())
                .as("what was sent stays sent, what waits for a time waits")
                .isEmpty();
        assertThat(outcomes()).isEmpty();

        clock.advance(Duration.ofSeconds(60));
        assertThat(lease("us").id()).as("a minute is a minute").isEqualTo(second);
        clock.advance(Duration.ofHours(3));
        assertThat(get(store.handOutgoing("us", 10)).items()).isEmpty();
    }

    @Test
    void aClockThatLeapsForwardEndsEachMessageOnce10() {
        accept(message("old"));
        MessageId leased = lease("us").id();
        MessageId waiting = accept(message("waits"));
        clock.advance(Duration.ofDays(400));
        get(store.tick());
        get(store.tick());

        assertThat(get(store.handOutgoing("us", 10)).items()).isEmpty();
        assertThat(state(leased)).as("a gateway is sending it").isEqualTo(MessageState.SENDING);
        assertThat(state(waiting)).isEqualTo(MessageState.EXPIRED);
        clock.advance(Duration.ofDays(-400));
        get(store.tick());
        assertThat(outcomes())
                .extracting(outcome -> outcome.kind() + " " + outcome.message())
                .containsExactlyInAnyOrder("FINAL " + waiting, "DELAYED " + leased);
        assertThat(get(store.handOutgoing("us", 10)).items()).isEmpty();
    }

    @Test
    void makesOneOutcomeForEachEnd10() {
        MessageId rejected = accept(message("no"));
        get(store.failed(lease("us"), new Failure(FailureKind.REJECTED, "cms-304", "bad"), clock.instant()));
        MessageId delivered = accept(message("yes").withReplyTo(new ReplyTo("joe@x.org", Duration.ofHours(1))));
        get(store.sent(lease("us"), List.of("5")));
        assertThat(get(store.file(report("5", MessageState.ENROUTE)))).isEqualTo(Filed.MATCHED);
        assertThat(get(store.file(report("5", MessageState.DELIVERED)))).isEqualTo(Filed.MATCHED);
        assertThat(get(store.file(report("5", MessageState.DELIVERED)))).isEqualTo(Filed.DUPLICATE);

        List<Outcome> outcomes = outcomes();

        assertThat(outcomes).extracting(Outcome::message).containsExactly(rejected, delivered);
        assertThat(outcomes).extracting(Outcome::state).containsExactly(MessageState.REJECTED, MessageState.DELIVERED);
        assertThat(outcomes.get(1).replyTo()).contains("joe@x.org");
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void warnsOnceThenExpires10() {
        MessageId id = accept(message("slow"));
        clock.advance(Duration.ofHours(5));
        get(store.tick());
        get(store.tick());
        assertThat(outcomes()).extracting(Outcome::kind).containsExactly(Outcome.Kind.DELAYED);

        clock.advance(EXPIRY);
        assertThat(get(store.handOutgoing("us", 1)).items())
                .as("never after its expiry")
                .isEmpty();
        get(store.tick());
        get(store.tick());

        assertThat(outcomes()).extracting(Outcome::state).containsExactly(MessageState.EXPIRED);
        assertThat(state(id)).isEqualTo(MessageState.EXPIRED);
    }

    @Test
    void matchesAReportThatCameBeforeItsReference10() {
        MessageId id = accept(message("early"));
        Lease lease = lease("us");
        assertThat(get(store.file(report("77", MessageState.DELIVERED)))).isEqualTo(Filed.UNMATCHED);
        get(store.sent(lease, List.of("77")));

        assertThat(state(id)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void foldsReportsOfPartsAndKnowsWhoTheyAreFor10() {
        MessageId id = accept(message("two parts"));
        get(store.sent(lease("us"), List.of("1", "2")));
        DeliveryReport stranger = new DeliveryReport(
                "us", "1", Optional.of("+4917012345678"), MessageState.DELIVERED, "", clock.instant());

        assertThat(get(store.file(stranger))).isEqualTo(Filed.UNMATCHED);
        get(store.file(report("1", MessageState.DELIVERED)));
        assertThat(state(id)).isEqualTo(MessageState.ENROUTE);
        get(store.file(report("2", MessageState.DELIVERED)));
        assertThat(state(id)).isEqualTo(MessageState.DELIVERED);
    }
}
