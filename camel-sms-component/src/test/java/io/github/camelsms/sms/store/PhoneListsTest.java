package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.HandOut.Leased;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists of phones in the store, and messages that end because of them. */
class PhoneListsTest extends StoreContract {

    @Test
    void phonesAndBeginnings() {
        assertThat(get(lists().add("deny", entries("+1 555 123-4567", "+1900*", "Spam Ltd"))))
                .isEqualTo(3);
        assertThat(get(lists().add("deny", entries("15551234567", "+44*")))).isEqualTo(1);
        for (String listed : List.of("+15551234567", "15551234567", "+19005550000", "1900", "spam LTD", "+447")) {
            assertThat(get(lists().contains("deny", listed))).as(listed).isTrue();
        }
        for (String not : List.of("+15551234568", "+1555123456", "+1901", "spam", "", "+4")) {
            assertThat(get(lists().contains("deny", not))).as(not).isFalse();
        }
        assertThat(get(lists().contains("allow", "+15551234567"))).isFalse();
        assertThat(get(lists().entries("deny", Optional.empty(), 2))).containsExactly("15551234567", "1900*");
        assertThat(get(lists().entries("deny", Optional.of("1900*"), 9))).containsExactly("44*", "spam ltd");
        assertThat(get(lists().remove("deny", entries("+1900*", "nobody")))).isEqualTo(1);
        get(lists().add("vip", entries("*")));
        assertThat(get(lists().contains("vip", "+420777"))).isTrue();
        assertThat(get(lists().sizes())).isEqualTo(Map.of("deny", 3L, "vip", 1L));
        assertThatThrownBy(() -> ListEntry.parse("  ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAnswerIsGivenOnceInAWhile() {
        Duration pause = Duration.ofMinutes(10);
        assertThat(get(lists().mayAnswer("+15551234567", "stop", pause))).isTrue();
        assertThat(get(lists().mayAnswer("15551234567", "stop", pause))).isFalse();
        assertThat(get(lists().mayAnswer("+15551234567", "help", pause))).isTrue();
        clock.advance(pause);
        assertThat(get(lists().mayAnswer("+15551234567", "stop", pause))).isTrue();
    }

    @Test
    void whoOptsOutGetsNothingThatWasAcceptedBefore() {
        List<MessageId> ids = get(store.accept(Stream.of("+15551234567", "+15551234568", "+15551234567")
                .map(number -> message("offer")
                        .withRecipient(new PhoneNumber(number))
                        .withAttribute(Message.OPT_OUT_LIST, "optout"))
                .toList()));
        MessageId free = accept(message("bill"));
        get(lists().add("optout", entries("+15551234567")));

        assertThat(handedOut()).containsExactlyInAnyOrder(ids.get(1), free);
        assertThat(ids)
                .extracting(this::state)
                .containsExactly(MessageState.CANCELLED, MessageState.SENDING, MessageState.CANCELLED);
        assertThat(get(store.find(ids.get(0))).orElseThrow().reason()).startsWith("opted_out");
        assertThat(get(store.handReports(9)).items())
                .extracting(leased -> leased.item().message())
                .containsExactlyInAnyOrder(ids.get(0), ids.get(2));
    }

    @Test
    void whatIsDiscardedHasAnIdentityAnEndAndATrace() {
        MessageId id = accept(message("offer").withAttribute(Message.DISCARD, "deleted by a rule: adverts"));

        assertThat(handedOut()).isEmpty();
        MessageRecord record = get(store.find(id)).orElseThrow();
        assertThat(record.state()).isEqualTo(MessageState.CANCELLED);
        assertThat(record.reason()).isEqualTo("deleted by a rule: adverts");
        assertThat(get(store.history(id)))
                .extracting(MessageEvent::kind)
                .containsExactly(MessageEvent.Kind.ACCEPTED, MessageEvent.Kind.ENDED);
        assertThat(get(store.handReports(9)).items()).hasSize(1);
    }

    private PhoneLists lists() {
        return store.phoneLists();
    }

    private List<MessageId> handedOut() {
        return Stream.generate(() -> get(store.handOutgoing("us", 2)))
                .takeWhile(handOut ->
                        !handOut.items().isEmpty() || handOut.nextDue().isPresent())
                .flatMap(handOut -> handOut.items().stream())
                .map(Leased::lease)
                .map(Lease::id)
                .toList();
    }

    private static List<ListEntry> entries(String... written) {
        return Stream.of(written).map(ListEntry::parse).toList();
    }
}
