package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.report.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Numbers 13, 17 and 20 of the contract of {@link MessageStore}: what it tells of its messages. */
class SearchContractTest extends StoreContract {

    @Test
    void countsAddUp13() {
        List<MessageId> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(accept(message("n" + i)));
        }
        get(store.sent(lease("us"), List.of("1")));
        get(store.failed(lease("us"), temporary(), clock.instant().plusSeconds(99)));
        get(store.failed(lease("us"), new Failure(FailureKind.REJECTED, "x", "y"), clock.instant()));
        lease("us");

        assertThat(get(store.counts()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(ids.size());
    }

    @Test
    void findsByEachPropertyPageByPage17() {
        MessageId us = accept(message("us").withGateways(GatewayChoice.parse("us")));
        clock.advance(Duration.ofHours(1));
        Instant noon = clock.instant();
        MessageId other = accept(message("o").withRecipient(new PhoneNumber("+4917012345678")));
        MessageId held = accept(message("h"));
        get(store.operate(held, Operation.HOLD));
        Search all = Search.newest(100);

        assertThat(found(all)).containsExactly(held, other, us);
        assertThat(found(all.withGateway("us"))).containsExactly(us);
        assertThat(found(all.withNumber("4917012345678"))).containsExactly(other);
        assertThat(found(all.withNumber("+4917012345678"))).containsExactly(other);
        assertThat(found(all.withStates(Set.of(MessageState.HELD, MessageState.REJECTED))))
                .containsExactly(held);
        assertThat(found(all.withFrom(noon))).containsExactly(held, other);
        assertThat(found(all.withUntil(noon))).containsExactly(us);
        assertThat(found(all.withAccount("nobody"))).isEmpty();
        List<MessageId> paged = new ArrayList<>();
        Search page = Search.newest(2);
        for (List<MessageId> ids = found(page); !ids.isEmpty(); ids = found(page)) {
            paged.addAll(ids);
            accept(message("meanwhile"));
            page = page.withBefore(ids.get(ids.size() - 1));
        }
        assertThat(paged).containsExactly(held, other, us);
    }

    @Test
    void remembersWhatHappened20() {
        MessageId id = accept(message("a").withGateways(GatewayChoice.parse("us")));
        Lease first = lease("us");
        get(store.ledger(first).open(1));
        get(store.ledger(first).sending(1));
        restart();
        Lease second = lease("us");
        get(store.ledger(second).open(1));
        get(store.ledger(second).sending(1));
        get(store.ledger(second).accepted(1, "7"));
        get(store.sent(second, List.of("7")));
        get(store.file(report("7", MessageState.DELIVERED)));

        assertThat(get(store.history(id)))
                .extracting(event -> event.kind().words())
                .containsExactly(
                        "accepted",
                        "handed out",
                        "part sending",
                        "uncertain",
                        "handed out",
                        "part sending",
                        "part accepted",
                        "sent",
                        "reported",
                        "ended");
        assertThat(get(store.history(id)).get(4).detail()).isEqualTo("to us, attempt 2");
        assertThat(get(store.history(new MessageId("0".repeat(26))))).isEmpty();
    }

    private List<MessageId> found(Search search) {
        return get(store.search(search)).stream().map(MessageRecord::id).toList();
    }
}
