package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.jdbc.StoreUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds a store to numbers 24 and 25 of the contract of {@link MessageStore}. */
class LinksAndSubscriptionsTest extends StoreContract {

    private static final Subscription MAIL = new Subscription("mail", Set.of("DELAYED", "REJECTED", "EXPIRED"));
    private static final Subscription ARCHIVE = new Subscription("archive", Set.of("ENROUTE"));

    @Test
    void showsLiveLinksNewestFirstPageByPage24() {
        MessageId first = link("+15551234567", "joe@example.org", Duration.ofHours(1));
        MessageId second = link("+15551234567", "Ann@Example.org", Duration.ofHours(3));
        MessageId third = link("+15557654321", "joe@example.org", Duration.ofHours(2));

        List<ReplyLink> page = get(store.links(LinkSearch.newest(2)));
        assertThat(page).extracting(ReplyLink::message).containsExactly(third, second);
        assertThat(page.get(1))
                .isEqualTo(new ReplyLink(
                        "15551234567",
                        "Ann@Example.org",
                        second,
                        clock.instant().plus(Duration.ofHours(3))));
        assertThat(messages(LinkSearch.newest(2).withBefore(second))).containsExactly(first);
        assertThat(messages(LinkSearch.newest(9).withNumber("+15551234567"))).containsExactly(second, first);
        assertThat(messages(LinkSearch.newest(9).withNumber("15557654321").withMailbox("JOE@example.org")))
                .containsExactly(third);
        clock.advance(Duration.ofMinutes(61));
        assertThat(messages(LinkSearch.newest(9))).as("one is over").containsExactly(third, second);
    }

    @Test
    void endsTheLinksThatFitAndNoOther24() {
        link("+15551234567", "joe@example.org", Duration.ofHours(1));
        link("+15551234567", "ann@example.org", Duration.ofHours(1));
        MessageId other = link("+15557654321", "joe@example.org", Duration.ofHours(1));
        get(store.file(incoming("hi")));

        assertThat(get(store.clearLinks(LinkSearch.newest(1).withNumber("+15551234567"))))
                .as("of all pages")
                .isEqualTo(2);

        assertThat(messages(LinkSearch.newest(9))).containsExactly(other);
        assertThat(get(store.replyLinks("+15551234567"))).isEmpty();
        assertThat(get(store.handIncoming(1)).items().get(0).item().replyLinks())
                .as("what was filed before keeps its links")
                .hasSize(2);
        // who is beside a database server has its clock, not that of the test
        if (kind == StoreUnderTest.Kind.FILE) {
            try (Operations beside = under.beside(clock)) {
                assertThat(get(beside.clearLinks(LinkSearch.newest(1).withMailbox("nobody@example.org"))))
                        .isZero();
                assertThat(get(beside.clearLinks(LinkSearch.newest(1)))).isEqualTo(1);
            }
            assertThat(get(store.links(LinkSearch.newest(9)))).isEmpty();
        }
    }

    @Test
    void aSubscriptionIsToldOfItsStatesOnceWhateverOthersDo25() {
        get(store.subscribe(MAIL));
        get(store.subscribe(ARCHIVE));
        MessageId sent = accept(message("sent"));
        get(store.sent(lease("us"), List.of("1")));
        MessageId refused = accept(message("refused"));
        get(store.failed(lease("us"), new Failure(FailureKind.REJECTED, "cms-304", "bad"), clock.instant()));

        Leased<Outcome> told = hand("archive").get(0);
        assertThat(told.item().message()).isEqualTo(sent);
        assertThat(told.item().word()).isEqualTo("ENROUTE");
        get(store.release(told.lease(), "mail down", clock.instant().plusSeconds(60)));
        assertThat(hand("archive")).as("not before its time").isEmpty();
        assertThat(hand("mail")).extracting(item -> item.item().message()).containsExactly(refused);
        assertThat(hand(Subscription.EVERYBODY))
                .extracting(item -> item.item().message())
                .containsExactly(refused);

        restart();

        assertThat(hand("mail")).as("who had it has not said that it was done").hasSize(1);
        clock.advance(Duration.ofSeconds(60));
        Leased<Outcome> again = hand("archive").get(0);
        assertThat(again.lease().id()).isEqualTo(told.lease().id());
        assertThat(again.item()).as("why nobody could be told is no part of it").isEqualTo(told.item());
        get(store.done(again.lease()));
        assertThat(hand("archive")).isEmpty();
    }

    @Test
    void anotherProcessKnowsWhoHasSubscribed25() {
        get(store.subscribe(new Subscription("mail", Set.of("CANCELLED"))));
        MessageId id = accept(message("wait"));
        if (kind == StoreUnderTest.Kind.MEMORY) {
            get(store.operate(id, Operation.CANCEL));
        } else {
            try (Operations beside = under.beside(clock)) {
                get(beside.operate(id, Operation.CANCEL));
            }
            // who is beside a database server has its clock, not that of the test
            clock.advance(Duration.ofDays(36_500));
        }
        assertThat(hand("mail")).hasSize(1);
    }

    @Test
    void aSubscriptionThatNobodyAsksForIsForgotten25() {
        get(store.subscribe(ARCHIVE));
        clock.advance(Duration.ofDays(8));
        get(store.tick());
        send();
        assertThat(hand("archive")).as("somebody is there").hasSize(1);

        store.unsubscribe("archive");
        send();
        assertThat(hand("archive")).as("kept for who asks next").hasSize(1);
        clock.advance(Duration.ofDays(8));
        get(store.tick());
        send();
        assertThat(hand("archive")).isEmpty();
    }

    @Test
    void aSubscriptionHasANameAndStates25() {
        assertThatThrownBy(() -> new Subscription("", Set.of("EXPIRED"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subscription("mail", Set.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subscription("mail", Set.of("a,b"))).isInstanceOf(IllegalArgumentException.class);
    }

    private void send() {
        accept(message("more"));
        get(store.sent(lease("us"), List.of()));
    }

    private List<Leased<Outcome>> hand(String subscription) {
        return get(store.handReports(subscription, 100)).items();
    }

    private List<MessageId> messages(LinkSearch search) {
        return get(store.links(search)).stream().map(ReplyLink::message).toList();
    }

    private MessageId link(String number, String mailbox, Duration life) {
        return get(store.accept(List.of(
                        message("a").withRecipient(new PhoneNumber(number)).withReplyTo(new ReplyTo(mailbox, life)))))
                .get(0);
    }
}
