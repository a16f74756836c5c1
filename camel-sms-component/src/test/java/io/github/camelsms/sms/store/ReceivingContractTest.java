package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Numbers 5, 11, 12, 19 and 23 of the contract of {@link MessageStore}: what phones have sent. */
class ReceivingContractTest extends StoreContract {

    @Test
    void offersTheLinksThatWereLiveWhenTheAnswerCame11() {
        accept(message("a").withReplyTo(new ReplyTo("joe@x.org", Duration.ofHours(1))));
        accept(message("b").withReplyTo(new ReplyTo("JOE@x.org", Duration.ofMinutes(1))));
        accept(message("c").withReplyTo(new ReplyTo("ann@x.org", Duration.ofHours(2))));
        get(store.file(incoming("1555 first")));
        clock.advance(Duration.ofMinutes(90));
        get(store.file(incoming("second")));
        clock.advance(Duration.ofHours(9));

        List<Incoming> received = received();

        assertThat(received.get(0).replyLinks()).containsExactlyInAnyOrder("JOE@x.org", "ann@x.org");
        assertThat(received.get(1).replyLinks()).containsExactly("ann@x.org");
        assertThat(get(store.replyLinks("+15551234567"))).isEmpty();
    }

    @Test
    void keepsAnEmptyMessageOutOfTheMailbox12() {
        get(store.file(incoming("")));

        assertThat(received()).isEmpty();
    }

    @Test
    void givesBackWhatWasNotHandedOn5() {
        get(store.file(incoming("again")));
        Leased<Incoming> first = get(store.handIncoming(1)).items().get(0);
        Instant later = clock.instant().plusSeconds(10);
        get(store.release(first.lease(), "mail down", later));

        assertThat(get(store.handIncoming(1)).nextDue()).contains(later);
        clock.advance(Duration.ofSeconds(10));
        Leased<Incoming> second = get(store.handIncoming(1)).items().get(0);
        assertThat(second.lease().attempt()).isEqualTo(2);
        get(store.done(second.lease()));
        assertThat(received()).isEmpty();
    }

    @Test
    void whatNoRouteTakesIsADeadLetterThatCanBeReplayed19() {
        get(store.file(incoming("nobody wants this")));
        get(store.file(incoming("")));
        for (int attempt = 1; attempt < 10; attempt++) {
            releaseIncoming();
        }
        clock.advance(Duration.ofDays(5));
        assertThat(get(store.incomingCounts()))
                .isEqualTo(Map.of(IncomingState.WAITING, 1L, IncomingState.DISCARDED, 1L));
        MessageId id = releaseIncoming();

        assertThat(received()).isEmpty();
        assertThat(get(store.incoming(IncomingSearch.newest(10).withStates(Set.of(IncomingState.DEAD)))))
                .singleElement()
                .satisfies(dead -> {
                    assertThat(dead.id()).isEqualTo(id);
                    assertThat(dead.reason()).isEqualTo("mail down");
                });
        get(store.replay(id));
        assertRejected(store.replay(id), Code.WRONG_STATE);
        assertThat(releaseIncoming()).as("with all its attempts").isEqualTo(id);
        assertThat(received()).hasSize(1);
    }

    @Test
    void whatARouteHasTakenCanBeHandedOutAgain19() {
        get(store.file(incoming("taken")));
        Lease lease = get(store.handIncoming(1)).items().get(0).lease();
        assertRejected(store.replay(lease.id()), Code.WRONG_STATE);
        get(store.done(lease));
        get(store.replay(lease.id()));
        assertThat(get(store.handIncoming(1)).items())
                .singleElement()
                .satisfies(again -> assertThat(again.lease().id()).isEqualTo(lease.id()));
        assertRejected(store.replay(new MessageId("01ARZ3NDEKTSV4RRFFQ69G5FAV")), Code.NOT_FOUND);
    }

    @Test
    void aWholeMessageIsFiledOnceUnderTheReferenceOfItsGateway12() {
        assertThat(get(store.file(referenced("us", "id 1", "once")))).isEqualTo(Filed.COMPLETE);
        restart();
        assertThat(get(store.file(referenced("us", "id 1", "once")))).isEqualTo(Filed.DUPLICATE);
        assertThat(get(store.file(referenced("us", "id 1", "other text")))).isEqualTo(Filed.COMPLETE);
        assertThat(get(store.file(referenced("us", "id 2", "once")))).isEqualTo(Filed.COMPLETE);
        assertThat(get(store.file(referenced("eu", "id 1", "once")))).isEqualTo(Filed.COMPLETE);
        assertThat(get(store.file(incoming("once")))).isEqualTo(Filed.COMPLETE);
        assertThat(get(store.file(incoming("once")))).isEqualTo(Filed.COMPLETE);
        clock.advance(Duration.ofDays(8));
        get(store.tick());
        assertThat(get(store.file(referenced("us", "id 1", "once")))).isEqualTo(Filed.COMPLETE);
    }

    @Test
    void findsWhatWasReceivedPageByPage23() {
        for (int i = 0; i < 5; i++) {
            get(store.file(referenced(i == 2 ? "eu" : "us", "id " + i, "text " + i)));
        }
        get(store.file(incoming("")));
        List<IncomingRecord> all = get(store.incoming(IncomingSearch.newest(10)));
        assertThat(all).hasSize(6).isSortedAccordingTo((a, b) -> b.id().compareTo(a.id()));
        assertThat(texts(IncomingSearch.newest(2))).containsExactly("", "text 4");
        assertThat(texts(IncomingSearch.newest(2).withBefore(all.get(1).id()))).containsExactly("text 3", "text 2");
        assertThat(texts(IncomingSearch.newest(9).withGateway("eu"))).containsExactly("text 2");
        assertThat(texts(IncomingSearch.newest(9).withStates(Set.of(IncomingState.DISCARDED, IncomingState.DEAD))))
                .containsExactly("");
        assertThat(texts(IncomingSearch.newest(9).withNumber("15551234567"))).hasSize(6);
        assertThat(texts(IncomingSearch.newest(9).withNumber("1555"))).isEmpty();
        IncomingRecord third = all.get(3);
        assertThat(get(store.findIncoming(third.id()))).contains(third);
        assertThat(third.incoming().reference()).contains("id 2");
        assertThat(get(store.findIncoming(new MessageId("01ARZ3NDEKTSV4RRFFQ69G5FAV"))))
                .isEmpty();
    }

    private List<String> texts(IncomingSearch search) {
        return get(store.incoming(search)).stream()
                .map(found -> ((Body.Text) found.incoming().body()).value())
                .toList();
    }

    private Incoming referenced(String gateway, String reference, String text) {
        return new Incoming(
                gateway,
                "15551234567",
                Body.text(text),
                clock.instant(),
                new Attributes(Map.of(Incoming.REFERENCE, reference)),
                List.of());
    }

    private MessageId releaseIncoming() {
        Lease lease = get(store.handIncoming(1)).items().get(0).lease();
        get(store.release(lease, "mail down", clock.instant()));
        return lease.id();
    }
}
