package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.jdbc.StoreUnderTest;
import io.github.camelsms.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the tests of the contract of {@link MessageStore} share: each of them runs in each of the databases, names in
 * each test the numbers that it holds the store to, and leaves books that balance.
 */
@ParameterizedClass
@EnumSource(StoreUnderTest.Kind.class)
abstract class StoreContract {

    static final PhoneNumber PHONE = new PhoneNumber("+15551234567");
    static final Duration EXPIRY = Duration.ofDays(5);

    @Parameter
    StoreUnderTest.Kind kind;

    @TempDir
    Path folder;

    final SettableClock clock = new SettableClock();
    StoreUnderTest under;
    MessageStore store;

    @BeforeEach
    void start() {
        under = StoreUnderTest.of(kind, folder);
        store = open();
        registerGateways();
    }

    /** Number 13 holds after each test. */
    @AfterEach
    void closeBalanced() {
        reopen();
        assertThat(get(store.drift())).as("the books balance").isZero();
        store.close();
    }

    /** The store of this test; one that needs more than a clock opens its own. */
    MessageStore open() {
        return under.open(clock);
    }

    private void registerGateways() {
        get(store.registerGateway("us", UncertainPolicy.RETRY));
        get(store.registerGateway("eu", UncertainPolicy.HOLD));
    }

    /** Another process has the store now, in which no gateway runs yet. */
    void reopen() {
        store.close();
        store = open();
    }

    /** Another process has the store now, with the same gateways. */
    void restart() {
        reopen();
        registerGateways();
    }

    Message message(String text) {
        return Message.of(PHONE, Body.text(text), clock.instant().plus(EXPIRY));
    }

    Incoming incoming(String text) {
        return new Incoming("us", "15551234567", Body.text(text), clock.instant(), Attributes.NONE, List.of());
    }

    DeliveryReport report(String reference, MessageState state) {
        return new DeliveryReport("us", reference, Optional.of("15551234567"), state, "", clock.instant());
    }

    static Failure temporary() {
        return new Failure(FailureKind.TEMPORARY, "cms-38", "network out of order");
    }

    /** The identity of the first of them. */
    MessageId accept(Message... messages) {
        return get(store.accept(List.of(messages))).get(0);
    }

    Lease lease(String gateway) {
        return get(store.handOutgoing(gateway, 1)).items().get(0).lease();
    }

    MessageState state(MessageId id) {
        return get(store.find(id)).orElseThrow().state();
    }

    List<Outcome> outcomes() {
        HandOut<Outcome> handOut = get(store.handReports(100));
        handOut.items().forEach(item -> get(store.done(item.lease())));
        return handOut.items().stream().map(Leased::item).toList();
    }

    List<Incoming> received() {
        return get(store.handIncoming(100)).items().stream().map(Leased::item).toList();
    }

    static List<MessageId> idsOf(HandOut<?> handOut) {
        return handOut.items().stream().map(item -> item.lease().id()).toList();
    }

    static void assertRejected(CompletionStage<?> stage, Code code) {
        assertThatThrownBy(() -> get(stage))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(SmsRejectedException.class, rejected -> assertThat(rejected.code())
                        .isEqualTo(code));
    }

    static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
