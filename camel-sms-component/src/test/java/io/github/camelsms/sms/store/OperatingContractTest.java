package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Number 16 of the contract of {@link MessageStore}: what a person does to a message. */
class OperatingContractTest extends StoreContract {

    @Test
    void cancelsWhatWaitsAndNothingElse10and16() {
        MessageId waiting = accept(message("a"));
        assertThat(get(store.operate(waiting, Operation.CANCEL))).isEqualTo(waiting);
        assertThat(state(waiting)).isEqualTo(MessageState.CANCELLED);
        assertThat(outcomes()).extracting(Outcome::state).containsExactly(MessageState.CANCELLED);

        MessageId gone = accept(message("b"));
        Lease lease = lease("us");
        refusedInItsState(gone, Operation.values());
        get(store.sent(lease, List.of("1")));
        refusedInItsState(gone, Operation.values());
        get(store.file(report("1", MessageState.DELIVERED)));
        refusedInItsState(gone, Operation.values());
        refusedInItsState(waiting, Operation.CANCEL, Operation.HOLD, Operation.RELEASE);
        assertRejected(store.operate(new MessageId("0".repeat(26)), Operation.HOLD), Code.NOT_FOUND);
    }

    @Test
    void holdsUntilItIsReleasedOrItsTimeIsOver16() {
        MessageId id = accept(message("a"));
        refusedInItsState(id, Operation.RELEASE);
        get(store.operate(id, Operation.HOLD));
        refusedInItsState(id, Operation.HOLD);
        restart();
        assertThat(state(id)).isEqualTo(MessageState.HELD);
        assertThat(get(store.handOutgoing("us", 1)).items()).isEmpty();

        get(store.operate(id, Operation.RELEASE));
        assertThat(lease("us").id()).isEqualTo(id);

        MessageId forgotten = accept(message("b"));
        get(store.operate(forgotten, Operation.HOLD));
        clock.advance(EXPIRY);
        get(store.tick());
        assertThat(state(forgotten)).isEqualTo(MessageState.EXPIRED);
    }

    @Test
    void requeuesWhatWaitsAtOnceAndWhatHasFailedAsANewOne16() {
        MessageId later = accept(message("a"));
        get(store.failed(lease("us"), temporary(), clock.instant().plusSeconds(99)));
        assertThat(get(store.operate(later, Operation.REQUEUE))).isEqualTo(later);
        Lease again = lease("us");
        assertThat(again.id()).isEqualTo(later);
        get(store.failed(again, new Failure(FailureKind.REJECTED, "cms-304", "bad"), clock.instant()));

        MessageId next = get(store.operate(later, Operation.REQUEUE));

        assertThat(next).isNotEqualTo(later);
        assertThat(state(later)).isEqualTo(MessageState.REJECTED);
        assertThat(get(store.find(next)).orElseThrow().message().body()).isEqualTo(Body.text("a"));
        assertThat(lease("us").id()).isEqualTo(next);
        assertThat(outcomes()).hasSize(1);
    }

    private void refusedInItsState(MessageId id, Operation... operations) {
        MessageState before = state(id);
        for (Operation operation : operations) {
            assertRejected(store.operate(id, operation), Code.WRONG_STATE);
        }
        assertThat(state(id)).isEqualTo(before);
    }
}
