package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.store.Attributes;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.DeliveryReport;
import io.github.camelsms.sms.store.Failure;
import io.github.camelsms.sms.store.GatewayChoice;
import io.github.camelsms.sms.store.IdempotencyKey;
import io.github.camelsms.sms.store.Incoming;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.Operation;
import io.github.camelsms.sms.store.ReplyTo;
import io.github.camelsms.sms.store.UncertainPolicy;
import io.github.camelsms.testing.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Writes a store with a message in each state, as the version of this program leaves it when its process is killed.
 * Run it once before a release and commit what it writes as {@code src/test/resources/…/store-N.db}; never write one
 * again for a version that is released. The argument is the file.
 */
final class StoreFixture {

    static final PhoneNumber PHONE = new PhoneNumber("+15551234567");
    static final String KEY = "order-17";
    static final String MAILBOX = "joe@example.org";
    static final Duration EXPIRY = Duration.ofDays(5);

    private final SettableClock clock = new SettableClock();
    private final MessageStore store;

    private StoreFixture(Path file) {
        store = JdbcMessageStore.open("jdbc:sqlite:" + file, Timing.DEFAULT, clock);
        get(store.registerGateway("us", UncertainPolicy.RETRY));
        get(store.registerGateway("eu", UncertainPolicy.HOLD));
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("fixture");
        Path file = folder.resolve("sms.db");
        StoreFixture fixture = new StoreFixture(file);
        fixture.fill();
        Path target = Path.of(arguments[0]);
        Files.deleteIfExists(target);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            // while the store is open: what its worker has is left as a kill leaves it
            statement.execute("VACUUM INTO '" + target + "'");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + target);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = 512");
            statement.execute("VACUUM");
        }
    }

    /** The text of each message is the state that it is in. */
    private void fill() {
        accept(message("ENROUTE").withGateways(GatewayChoice.parse("us")));
        get(store.sent(lease("us"), List.of("41")));
        accept(message("DELIVERED"));
        get(store.sent(lease("us"), List.of("42", "43")));
        report("42", MessageState.DELIVERED);
        report("43", MessageState.DELIVERED);
        accept(message("UNDELIVERABLE"));
        get(store.sent(lease("us"), List.of("44")));
        report("44", MessageState.UNDELIVERABLE);
        accept(message("REJECTED"));
        get(store.failed(lease("us"), new Failure(FailureKind.REJECTED, "cms-304", "bad"), clock.instant()));
        get(store.operate(accept(message("CANCELLED")), Operation.CANCEL));
        accept(message("EXPIRED").withExpiresAt(clock.instant().plusSeconds(60)));
        clock.advance(Duration.ofHours(1));
        get(store.tick());
        accept(message("UNCERTAIN").withGateways(GatewayChoice.parse("eu")));
        get(store.failed(lease("eu"), new Failure(FailureKind.UNCERTAIN, "no-answer", "silence"), clock.instant()));
        MessageId held = accept(message("HELD"));
        get(store.operate(held, Operation.HOLD));
        accept(message("SCHEDULED").withNotBefore(clock.instant().plus(Duration.ofHours(2))));
        accept(message("SENDING").withGateways(GatewayChoice.parse("us")).withPriority(3));
        Lease sending = lease("us");
        get(store.ledger(sending).open(1));
        get(store.ledger(sending).sending(1));
        accept(message("BEGUN").withGateways(GatewayChoice.parse("us,eu")).withPriority(2));
        Lease begun = lease("us");
        get(store.ledger(begun).open(3));
        get(store.ledger(begun).sending(1));
        get(store.ledger(begun).accepted(1, "45"));
        get(store.accept(new IdempotencyKey(Optional.of("acme"), KEY), List.of(queued())));
        accept(message("CHOICE").withGateways(GatewayChoice.parse("us,eu")));
        report("99", MessageState.DELIVERED);
        get(store.file(incoming("WAITING")));
        get(store.file(incoming("")));
    }

    /** The message that the idempotency key stands for, and that has a reply link. */
    static Message queuedAt(java.time.Instant now) {
        return new Message(
                Optional.of("acme"),
                PHONE,
                Optional.of("Bank"),
                Body.text("QUEUED"),
                GatewayChoice.ANY,
                Optional.of(new ReplyTo(MAILBOX, Duration.ofDays(3))),
                Message.NORMAL_PRIORITY,
                Optional.empty(),
                now.plus(EXPIRY),
                Attributes.NONE);
    }

    private Message queued() {
        return queuedAt(clock.instant());
    }

    private Message message(String text) {
        return Message.of(PHONE, Body.text(text), clock.instant().plus(EXPIRY));
    }

    private Incoming incoming(String text) {
        return new Incoming("us", PHONE.value(), Body.text(text), clock.instant(), Attributes.NONE, List.of());
    }

    private void report(String reference, MessageState state) {
        get(store.file(new DeliveryReport("us", reference, Optional.of(PHONE.value()), state, "", clock.instant())));
    }

    private MessageId accept(Message message) {
        return get(store.accept(List.of(message))).get(0);
    }

    private Lease lease(String gateway) {
        return get(store.handOutgoing(gateway, 1)).items().get(0).lease();
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
