package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.Search;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds messages by what is known of them. */
final class OutgoingSearch {

    private static final Logger LOG = LoggerFactory.getLogger(OutgoingSearch.class);

    private OutgoingSearch() {}

    /** Messages that fit, the newest first. */
    static List<MessageRecord> of(Tx tx, OutgoingTable table, Search search) throws SQLException {
        Condition where = new Condition()
                .and("id < ?", search.before().map(MessageId::value))
                .and("recipient IN (?, ?)", search.number(), search.number().map(number -> "+" + number))
                .and("account = ?", search.account())
                .and("(target = ? OR carried_by = ?)", search.gateway(), search.gateway())
                .and("accepted_at >= ?", search.from())
                .and("accepted_at < ?", search.until())
                .in("state", search.states());
        List<String> ids = tx.query(
                "SELECT id FROM message" + where.sql() + " ORDER BY id DESC LIMIT " + search.limit(),
                row -> row.getString("id"),
                where.arguments());
        List<MessageRecord> found = new ArrayList<>();
        for (String id : ids) {
            readable(tx, table, id).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<MessageRecord> readable(Tx tx, OutgoingTable table, String id) throws SQLException {
        try {
            return table.find(tx, new MessageId(id));
        } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
            LOG.error("{} is damaged and left out of the list: {}", id, e.toString());
            return Optional.empty();
        }
    }
}
