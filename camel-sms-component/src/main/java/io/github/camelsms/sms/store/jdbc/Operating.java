package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageEvent;
import io.github.camelsms.sms.store.MessageEvent.Kind;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.Operation;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people do to messages, and what they see of them. */
final class Operating {

    private static final String BY_OPERATOR = "by an operator";

    private final Tables tables;
    private final Sending sending;

    Operating(Tables tables, Sending sending) {
        this.tables = tables;
        this.sending = sending;
    }

    MessageId operate(Tx tx, MessageId id, Operation operation) throws SQLException {
        tables.outgoing().lock(tx, id);
        MessageRecord message = tables.outgoing()
                .find(tx, id)
                .orElseThrow(() -> new SmsRejectedException(Code.NOT_FOUND, "There is no message " + id));
        if (tables.outgoing().isHandedOut(tx, id)) {
            throw refused(message, operation, "a gateway is sending it; wait until this attempt is over");
        }
        return switch (operation) {
            case CANCEL -> cancel(tx, message);
            case HOLD -> hold(tx, message);
            case RELEASE -> release(tx, message);
            case REQUEUE -> requeue(tx, message);
        };
    }

    List<MessageEvent> history(Tx tx, MessageId id) throws SQLException {
        Optional<MessageRecord> message = tables.outgoing().find(tx, id);
        List<MessageEvent> history = new ArrayList<>();
        message.ifPresent(found -> history.add(new MessageEvent(
                found.acceptedAt(),
                Kind.ACCEPTED,
                found.message().account().map(name -> "from account " + name).orElse(""))));
        history.addAll(tables.events().of(tx, id));
        return history;
    }

    private MessageId cancel(Tx tx, MessageRecord message) throws SQLException {
        refuseWhatIsOver(message, Operation.CANCEL);
        int sent = message.references().size();
        sending.finish(
                tx,
                message.id(),
                MessageState.CANCELLED,
                "cancelled: " + BY_OPERATOR + (sent == 0 ? "" : "; the network has " + sent + " of its parts"));
        return message.id();
    }

    private MessageId hold(Tx tx, MessageRecord message) throws SQLException {
        refuseWhatIsOver(message, Operation.HOLD);
        if (message.dueAt().isEmpty()) {
            throw refused(message, Operation.HOLD, "it is held already");
        }
        boolean uncertain = message.state() == MessageState.UNCERTAIN;
        tables.outgoing()
                .operate(
                        tx,
                        message.id(),
                        uncertain ? MessageState.UNCERTAIN : MessageState.HELD,
                        message.reason(),
                        Optional.empty());
        return noted(tx, message.id(), Kind.HELD, BY_OPERATOR);
    }

    private MessageId release(Tx tx, MessageRecord message) throws SQLException {
        refuseWhatIsOver(message, Operation.RELEASE);
        if (message.dueAt().isPresent()) {
            throw refused(message, Operation.RELEASE, "it is not held");
        }
        due(tx, message, message.message().notBefore().filter(tables.now()::isBefore));
        return noted(tx, message.id(), Kind.RELEASED, BY_OPERATOR);
    }

    private MessageId requeue(Tx tx, MessageRecord message) throws SQLException {
        if (message.state() == MessageState.DELIVERED || message.state() == MessageState.ENROUTE) {
            throw refused(message, Operation.REQUEUE, "the network has it");
        }
        if (!message.state().isFinal()) {
            due(tx, message, Optional.empty());
            return noted(tx, message.id(), Kind.REQUEUED, BY_OPERATOR);
        }
        Message old = message.message();
        Duration life = Duration.between(message.acceptedAt(), old.expiresAt());
        Instant now = tables.now();
        MessageId again = sending.insert(tx, old.withExpiresAt(now.plus(life)), now);
        noted(tx, message.id(), Kind.REQUEUED, BY_OPERATOR + " as " + again);
        return noted(tx, again, Kind.REQUEUED, BY_OPERATOR + " from " + message.id());
    }

    private void due(Tx tx, MessageRecord message, Optional<Instant> later) throws SQLException {
        MessageState waiting = later.isPresent() ? MessageState.SCHEDULED : MessageState.QUEUED;
        boolean uncertain = message.state() == MessageState.UNCERTAIN;
        tables.outgoing()
                .operate(
                        tx,
                        message.id(),
                        uncertain ? MessageState.UNCERTAIN : waiting,
                        message.reason(),
                        Optional.of(later.orElse(tables.now())));
    }

    private MessageId noted(Tx tx, MessageId id, Kind kind, String detail) throws SQLException {
        tables.events().insert(tx, id, kind, detail, tables.now());
        return id;
    }

    private static void refuseWhatIsOver(MessageRecord message, Operation operation) {
        if (message.state() == MessageState.ENROUTE) {
            throw refused(message, operation, "the network has it");
        }
        if (message.state().isFinal()) {
            throw refused(message, operation, "it has ended");
        }
    }

    private static SmsRejectedException refused(MessageRecord message, Operation operation, String why) {
        return new SmsRejectedException(
                Code.WRONG_STATE,
                "Message " + message.id() + " is " + message.state() + ", "
                        + operation.name().toLowerCase(Locale.ROOT) + " is not possible: " + why);
    }
}
