package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers 1 to 4 and 22 of the contract of {@link MessageStore}: what is taken in, whole and for good, or refused. */
class AcceptingContractTest extends StoreContract {

    @Test
    void acceptsAllInOrderOrNone3and4() {
        List<MessageId> ids = get(store.accept(List.of(message("a"), message("b"), message("c"))));

        assertThat(ids).hasSize(3).isSorted().doesNotHaveDuplicates();
        assertRejected(
                store.accept(List.of(message("d"), message("e").withGateways(GatewayChoice.parse("nosuch")))),
                Code.NO_SUCH_GATEWAY);
        assertThat(get(store.counts())).isEqualTo(Map.of(MessageState.QUEUED, 3L));
        assertThat(get(store.find(ids.get(1))).orElseThrow().message().body()).isEqualTo(Body.text("b"));
    }

    @Test
    void keepsEverythingOverARestart1() {
        Message full = new Message(
                Optional.of("acme"),
                PHONE,
                Optional.of("Bank"),
                Body.data((byte) 0, (byte) -1, (byte) 7),
                GatewayChoice.parse("us,eu"),
                Optional.of(new ReplyTo("joe@example.org", Duration.ofHours(1))),
                3,
                Optional.of(clock.instant().plusSeconds(60)),
                clock.instant().plus(EXPIRY),
                new Attributes(Map.of("Udh", "0605040B84", "Note", "a=b&c ü")));
        MessageId id = get(store.accept(List.of(full))).get(0);

        restart();

        MessageRecord found = get(store.find(id)).orElseThrow();
        assertThat(found.state()).isEqualTo(MessageState.SCHEDULED);
        assertThat(found.message().withReplyTo(full.replyTo().orElseThrow())).isEqualTo(full);
        assertThat(get(store.replyLinks("15551234567"))).containsExactly("joe@example.org");
    }

    @Test
    void refusesWhatWaitsBeyondTheLimits22() {
        store.close();
        store = under.open(new MessageStore.Limits(3, 4), clock);
        get(store.registerGateway("us", UncertainPolicy.RETRY));
        Message acme = message("a").withAccount("acme");
        List<MessageId> ids = get(store.accept(List.of(acme, acme)));
        assertRejected(store.accept(List.of(acme, acme)), Code.QUEUE_FULL);
        MessageId third = accept(acme);
        assertRejected(store.accept(List.of(acme)), Code.QUEUE_FULL);
        accept(message("of nobody"));
        assertRejected(store.accept(List.of(message("the queue for any gateway is full"))), Code.QUEUE_FULL);
        accept(message("another queue").withGateways(GatewayChoice.parse("us")));

        get(store.sent(lease("us"), List.of("1")));
        get(store.operate(third, Operation.CANCEL));
        accept(acme);
        assertRejected(store.accept(List.of(acme, acme)), Code.QUEUE_FULL);
        assertThat(state(ids.get(0))).isEqualTo(MessageState.ENROUTE);
    }

    @Test
    void refusesAfterItIsClosed2() {
        store.close();

        assertRejected(store.accept(List.of(message("late"))), Code.STORE_DOWN);
    }
}
