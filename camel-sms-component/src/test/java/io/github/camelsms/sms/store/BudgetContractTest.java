package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.routing.GatewayBudget;
import io.github.camelsms.sms.routing.GatewayBudgets;
import io.github.camelsms.sms.routing.GatewayState;
import io.github.camelsms.sms.routing.GatewayState.Presence;
import io.github.camelsms.sms.routing.WeekTime;
import io.github.camelsms.sms.store.HandOut.Leased;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a gateway with a budget gets: number 24 of the contract of {@link MessageStore}. */
class BudgetContractTest extends StoreContract {

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
    private static final Duration WINDOW = Duration.ofDays(1);

    private GatewayBudgets budgets = GatewayBudgets.NONE;

    private static GatewayBudget day(long parts) {
        return new GatewayBudget(
                "us",
                parts,
                GatewayBudget.NO_LIMIT,
                GatewayBudget.NO_LIMIT,
                Optional.empty(),
                List.of(),
                0,
                Duration.ZERO);
    }

    private void limit(GatewayBudget budget) {
        budgets = new GatewayBudgets(Map.of("us", budget), ZONE, WINDOW);
        store.limit(budgets);
    }

    private MessageId accept(String gateways, String number, int parts) {
        Message message = Message.of(
                        new PhoneNumber(number),
                        Body.text("hi"),
                        clock.instant().plus(Duration.ofDays(40)))
                .withGateways(GatewayChoice.parse(gateways))
                .withParts(parts);
        return get(store.accept(List.of(message))).get(0);
    }

    private List<Leased<Message>> handOut(String gateway) {
        return get(store.handOutgoing(gateway, 10)).items();
    }

    private GatewayState state(String gateway) {
        return get(store.gateways(budgets)).get(gateway);
    }

    @Test
    void aDayHasItsPartsAndTheNextOneHasThemAgain() {
        limit(day(3));
        accept("us", "+15551230001", 2);
        accept("us", "+15551230002", 2);
        accept("us", "+15551230003", 1);

        List<Leased<Message>> first = handOut("us");
        assertThat(first).as("what is on its way counts").hasSize(2);
        get(store.sent(first.get(0).lease(), List.of()));
        get(store.sent(first.get(1).lease(), List.of("r1")));

        assertThat(state("us").partsToday()).isEqualTo(3);
        HandOut<Message> closed = get(store.handOutgoing("us", 10));
        assertThat(closed.items()).isEmpty();
        Instant tomorrow = GatewayBudget.nextDay(clock.instant(), ZONE);
        assertThat(closed.nextDue()).contains(tomorrow);
        restart();
        store.limit(budgets);
        assertThat(handOut("us")).as("counts outlive the process").isEmpty();
        clock.advance(Duration.between(clock.instant(), tomorrow));
        assertThat(handOut("us")).hasSize(1);
        assertThat(state("us").partsToday()).isZero();
        assertThat(state("us").partsThisMonth()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void eachPartCountsWhenTheNetworkHasIt() {
        limit(day(5));
        accept("us", "+15551230001", 3);
        Leased<Message> leased = handOut("us").get(0);
        PartLedger ledger = store.ledger(leased.lease());
        get(ledger.open(3));
        get(ledger.sending(1));
        assertThat(state("us").partsToday()).isZero();
        get(ledger.accepted(1, "r1"));
        assertThat(state("us").partsToday()).isEqualTo(1);
        get(ledger.sending(2));
        get(ledger.accepted(2, "r2"));
        get(ledger.sending(3));
        get(ledger.accepted(3, "r3"));
        get(store.sent(leased.lease(), List.of("r1", "r2", "r3")));
        assertThat(state("us").partsToday()).isEqualTo(3);
    }

    @Test
    void whoMayGoElsewhereDoesNotWait() {
        limit(day(1));
        accept("us,eu", "+15551230001", 1);
        accept("us,eu", "+15551230002", 1);
        accept("us", "+15551230003", 1);

        get(store.sent(handOut("us").get(0).lease(), List.of()));
        get(store.tick());

        assertThat(handOut("eu")).hasSize(1);
        assertThat(handOut("us")).isEmpty();
        assertThat(handOut("eu")).isEmpty();
    }

    @Test
    void aMessageThatIsTooLongForTodayLetsOthersPass() {
        limit(day(2));
        accept("us", "+15551230001", 3);
        accept("us", "+15551230002", 1);

        assertThat(handOut("us"))
                .extracting(leased -> leased.item().recipient().value())
                .containsExactly("+15551230002");
    }

    @Test
    void onlySoManyNumbersADayAndThoseAgain() {
        limit(new GatewayBudget(
                "sim-1",
                GatewayBudget.NO_LIMIT,
                GatewayBudget.NO_LIMIT,
                2,
                Optional.empty(),
                List.of(),
                0,
                Duration.ZERO));
        for (int i = 1; i <= 2; i++) {
            accept("us", "+1555123000" + i, 1);
            get(store.sent(handOut("us").get(0).lease(), List.of()));
        }
        accept("us", "+15551230003", 1);
        accept("us", "+15551230002", 1);

        assertThat(handOut("us"))
                .extracting(leased -> leased.item().recipient().value())
                .containsExactly("+15551230002");
        assertThat(state("us").known()).containsExactlyInAnyOrder("+15551230001", "+15551230002");
        clock.advance(Duration.between(clock.instant(), GatewayBudget.nextDay(clock.instant(), ZONE)));
        assertThat(handOut("us")).hasSize(1);
    }

    @Test
    void aRateIsNotExceededAndTheNextOneComesInItsTime() {
        limit(new GatewayBudget(
                "us",
                GatewayBudget.NO_LIMIT,
                GatewayBudget.NO_LIMIT,
                GatewayBudget.NO_LIMIT,
                Optional.of(new GatewayBudget.Pace(2, Duration.ofHours(1))),
                List.of(),
                0,
                Duration.ZERO));
        for (int i = 0; i < 4; i++) {
            accept("us", "+1555123000" + i, 1);
        }

        assertThat(handOut("us")).hasSize(2);
        HandOut<Message> later = get(store.handOutgoing("us", 10));
        assertThat(later.items()).isEmpty();
        assertThat(later.nextDue().orElseThrow())
                .isBetween(
                        clock.instant().plus(Duration.ofMinutes(25)),
                        clock.instant().plus(Duration.ofMinutes(31)));
    }

    @Test
    void aGatewayThatIsClosedWaitsForItsHours() {
        WeekTime office = WeekTime.parse("Mon-Fri", "08:00-18:00");
        limit(new GatewayBudget(
                "us",
                GatewayBudget.NO_LIMIT,
                GatewayBudget.NO_LIMIT,
                GatewayBudget.NO_LIMIT,
                Optional.empty(),
                List.of(office),
                0,
                Duration.ZERO));
        Instant night = clock.instant()
                .atZone(ZONE)
                .toLocalDate()
                .atTime(23, 0)
                .atZone(ZONE)
                .toInstant();
        clock.advance(Duration.between(clock.instant(), night));
        accept("us", "+15551230001", 1);

        HandOut<Message> closed = get(store.handOutgoing("us", 1));

        assertThat(closed.items()).isEmpty();
        Instant opens = closed.nextDue().orElseThrow();
        assertThat(opens.atZone(ZONE).getHour()).isEqualTo(8);
        clock.advance(Duration.between(clock.instant(), opens));
        assertThat(handOut("us")).hasSize(1);
    }

    @Test
    void whoFailsAgainAndAgainIsLeftAlone() {
        limit(new GatewayBudget(
                "us",
                GatewayBudget.NO_LIMIT,
                GatewayBudget.NO_LIMIT,
                GatewayBudget.NO_LIMIT,
                Optional.empty(),
                List.of(),
                2,
                Duration.ofMinutes(10)));
        accept("us", "+15551230001", 1);
        for (int i = 0; i < 2; i++) {
            get(store.failed(
                    handOut("us").get(0).lease(),
                    new Failure(FailureKind.TEMPORARY, "busy", "The network is busy"),
                    clock.instant()));
        }

        assertThat(handOut("us")).isEmpty();
        assertThat(state("us").coolingUntil()).contains(clock.instant().plus(Duration.ofMinutes(10)));
        clock.advance(Duration.ofMinutes(10));
        assertThat(state("us").coolingUntil()).isEmpty();
        get(store.sent(handOut("us").get(0).lease(), List.of()));
        accept("us", "+15551230001", 1);
        get(store.failed(
                handOut("us").get(0).lease(),
                new Failure(FailureKind.TEMPORARY, "busy", "The network is busy"),
                clock.instant()));
        assertThat(handOut("us")).as("a success has wiped the slate").hasSize(1);
    }

    @Test
    void whatIsDeliveredIsMeasured() {
        for (int i = 0; i < 3; i++) {
            accept("us", "+1555123000" + i, 1);
            Leased<Message> leased = handOut("us").get(0);
            String reference = "m" + clock.instant().getEpochSecond() + i;
            get(store.sent(leased.lease(), List.of(reference)));
            clock.advance(Duration.ofSeconds(4));
            get(store.file(new DeliveryReport(
                    "us",
                    reference,
                    Optional.empty(),
                    i == 0 ? MessageState.UNDELIVERABLE : MessageState.DELIVERED,
                    "",
                    clock.instant())));
        }

        assertThat(state("us").measured().delivered()).isEqualTo(2);
        assertThat(state("us").measured().failed()).isEqualTo(1);
        assertThat(state("us").measured().latency()).isEqualTo(Duration.ofSeconds(4));
        assertThat(state("us").presence()).isEqualTo(Presence.SERVED);
        assertThat(state("eu").measured().delivered()).isZero();
        clock.advance(Duration.ofHours(26));
        assertThat(state("us").measured().delivered())
                .as("outside of the window")
                .isZero();
    }
}
