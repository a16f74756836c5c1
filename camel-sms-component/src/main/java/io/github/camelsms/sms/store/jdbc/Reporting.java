package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.DeliveryReport;
import io.github.camelsms.sms.store.Filed;
import io.github.camelsms.sms.store.MessageEvent.Kind;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What networks report of parts, and what follows from that for the message. */
final class Reporting {

    /** Ends a message, with its one outcome. */
    interface Ending {
        void finish(Tx tx, MessageId id, MessageState state, String reason) throws SQLException;
    }

    private final Tables tables;
    private final Ending ending;

    Reporting(Tables tables, Ending ending) {
        this.tables = tables;
        this.ending = ending;
    }

    /** Files a delivery report with the part that it is about, or keeps it until that part is known. */
    Filed file(Tx tx, DeliveryReport report) throws SQLException {
        tables.parts().lock(tx, report.gateway(), report.reference());
        Optional<PartTable.Sent> found = tables.parts().find(tx, report);
        if (found.isPresent()) {
            tables.outgoing().lock(tx, found.get().message());
        }
        Optional<PartTable.Sent> part = tables.parts().find(tx, report);
        if (part.isEmpty()) {
            tables.unmatched().insert(tx, tables.ids().get(), report, tables.now());
            return Filed.UNMATCHED;
        }
        if (part.get().state().isFinal()) {
            return Filed.DUPLICATE;
        }
        tables.events()
                .insert(
                        tx,
                        part.get().message(),
                        Kind.REPORTED,
                        "part " + part.get().part() + " " + report.state() + " by " + report.gateway(),
                        tables.now());
        if (report.state().isFinal()) {
            tables.parts().report(tx, part.get(), report.state(), tables.now());
            tables.counts()
                    .reported(tx, report.gateway(), report.state(), part.get().takenAt(), tables.now());
            fold(tx, part.get().message(), report.reason());
        }
        return Filed.MATCHED;
    }

    /** Files what was reported of a part before its reference was known. */
    void matchEarly(Tx tx, MessageId id, int part, String gateway, String reference) throws SQLException {
        tables.parts().lock(tx, gateway, reference);
        String recipient = tables.outgoing()
                .find(tx, id)
                .orElseThrow()
                .message()
                .recipient()
                .value();
        for (DeliveryReport early : tables.unmatched().take(tx, gateway, reference, recipient)) {
            if (early.state().isFinal()) {
                PartTable.Sent sent = new PartTable.Sent(id, part, MessageState.ENROUTE, tables.now());
                tables.counts().reported(tx, gateway, early.state(), tables.now(), tables.now());
                tables.parts().report(tx, sent, early.state(), tables.now());
            }
        }
    }

    /** The state of a message that the network has whole follows from its parts: the first that fails decides. */
    void fold(Tx tx, MessageId id, String reason) throws SQLException {
        MessageState now = tables.outgoing().find(tx, id).orElseThrow().state();
        List<MessageState> parts = tables.parts().states(tx, id);
        if (now != MessageState.ENROUTE || parts.isEmpty()) {
            return;
        }
        Optional<MessageState> failed = parts.stream()
                .filter(state -> state.isFinal() && state != MessageState.DELIVERED)
                .findFirst();
        if (failed.isPresent()) {
            ending.finish(tx, id, failed.get(), reason);
        } else if (parts.stream().allMatch(state -> state == MessageState.DELIVERED)) {
            ending.finish(tx, id, MessageState.DELIVERED, reason);
        }
    }
}
