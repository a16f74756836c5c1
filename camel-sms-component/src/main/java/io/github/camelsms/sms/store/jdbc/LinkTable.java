package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.LinkSearch;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.ReplyLink;
import io.github.camelsms.sms.store.ReplyTo;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reply links: which mailbox has lately written to which number. */
final class LinkTable {

    void insert(Tx tx, MessageId id, PhoneNumber number, ReplyTo replyTo, Instant now) throws SQLException {
        tx.update(
                "INSERT INTO reply_link (number, mailbox_key, mailbox, message, expires_at) VALUES (?,?,?,?,?)"
                        + " ON CONFLICT (number, mailbox_key) DO UPDATE SET mailbox = excluded.mailbox,"
                        + " message = excluded.message,"
                        + " expires_at = CASE WHEN reply_link.expires_at > excluded.expires_at"
                        + " THEN reply_link.expires_at ELSE excluded.expires_at END",
                number.digits(),
                replyTo.key(),
                replyTo.mailbox().strip(),
                id.value(),
                now.plus(replyTo.expiry()));
    }

    /** Mailboxes with a link to the originator that is live at {@code when}. */
    List<String> live(Tx tx, String originator, Instant when) throws SQLException {
        String digits = originator.startsWith("+") ? originator.substring(1) : originator;
        return tx.query(
                "SELECT mailbox FROM reply_link WHERE number = ? AND expires_at > ? ORDER BY message DESC",
                row -> row.getString("mailbox"),
                digits,
                when);
    }

    List<ReplyLink> search(Tx tx, LinkSearch search, Instant now) throws SQLException {
        Condition where = where(search).and("message < ?", search.before().map(MessageId::value));
        return tx.query(
                "SELECT * FROM reply_link"
                        + where.and("expires_at > ?", Optional.of(now)).sql() + " ORDER BY message DESC LIMIT "
                        + search.limit(),
                row -> new ReplyLink(
                        row.getString("number"),
                        row.getString("mailbox"),
                        new MessageId(row.getString("message")),
                        Rows.time(row, "expires_at")),
                where.arguments());
    }

    int clear(Tx tx, LinkSearch search, Instant now) throws SQLException {
        forgetOld(tx, now);
        Condition where = where(search);
        return tx.update("DELETE FROM reply_link" + where.sql(), where.arguments());
    }

    private static Condition where(LinkSearch search) {
        return new Condition().and("number = ?", search.number()).and("mailbox_key = ?", search.mailbox());
    }

    void forgetOld(Tx tx, Instant now) throws SQLException {
        tx.update("DELETE FROM reply_link WHERE expires_at <= ?", now);
    }
}
