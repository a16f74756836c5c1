package io.github.camelsms.sms.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of a message whose route fails. */
class AttemptsTest extends SmsRoutes {

    @Test
    void whatFailsForNowIsTriedAgainAndKeepsItsIdentity() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        routes("sms:outgoing?gateway=us&retryDelay=10ms&maxRetryDelay=20ms", exchange -> {
            if (attempts.incrementAndGet() < 3) {
                throw new SendFailedException(FailureKind.TEMPORARY, "cms-38", "network out of order");
            }
        });

        String id = accept("sms:+15551234567", "again", Map.of());

        awaitState(id, MessageState.ENROUTE);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void aNetworkThatThrottlesGetsEverythingMoreSlowly() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        routes("sms:outgoing?gateway=us&retryDelay=1h&maxRetryDelay=1h", exchange -> {
            if (asked.incrementAndGet() == 1) {
                throw SendFailedException.throttled("cms-42", "congestion", Duration.ofMillis(100));
            }
        });

        String first = accept("sms:+15551234567", "one", Map.of());
        String second = accept("sms:+15551234567", "two", Map.of());

        awaitState(first, MessageState.ENROUTE);
        awaitState(second, MessageState.ENROUTE);
        assertThat(asked).as("one was tried again, long before retryDelay").hasValue(3);
    }

    @Test
    void aGatewayThatIsDownKeepsItsMessagesAndCostsNoAttempt() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        routes("sms:outgoing?gateway=us&retryDelay=1h&maxRetryDelay=1h", exchange -> {
            if (asked.incrementAndGet() < 3) {
                throw new SendFailedException(FailureKind.UNAVAILABLE, "modem-down", "no modem");
            }
            assertThat(exchange.getMessage().getHeader(SmsConstants.ATTEMPT)).isEqualTo(1);
        });

        String first = accept("sms:+15551234567", "one", Map.of());
        String second = accept("sms:+15551234567", "two", Map.of());

        awaitState(first, MessageState.ENROUTE);
        awaitState(second, MessageState.ENROUTE);
    }

    @Test
    void aProducerOfPartsResumesAtTheFirstThatTheNetworkHasNot() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        routes("sms:outgoing?gateway=us&retryDelay=10ms&maxRetryDelay=20ms", exchange -> {
            PartLedger ledger = exchange.getProperty(SmsConstants.LEDGER_PROPERTY, PartLedger.class);
            PartLedger.Plan plan = ledger.open(2).toCompletableFuture().join();
            if (attempts.incrementAndGet() == 1) {
                ledger.sending(1).toCompletableFuture().join();
                ledger.accepted(1, "7").toCompletableFuture().join();
                throw new SendFailedException(FailureKind.TEMPORARY, "cms-500", "unknown error");
            }
            assertThat(plan.accepted()).containsOnly(Map.entry(1, "7"));
            ledger.sending(2).toCompletableFuture().join();
            ledger.accepted(2, "8").toCompletableFuture().join();
        });

        String id = accept("sms:+15551234567", "x".repeat(200), Map.of());

        awaitState(id, MessageState.ENROUTE);
        assertThat(store.find(new MessageId(id))
                        .toCompletableFuture()
                        .join()
                        .orElseThrow()
                        .references())
                .containsExactly("7", "8");
    }
}
