package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.message.Part;
import io.github.camelsms.sms.message.PartKey;
import io.github.camelsms.sms.message.PartSet;
import io.github.camelsms.sms.message.PartSet.Outcome;
import io.github.camelsms.sms.message.ReceivedContent;
import io.github.camelsms.sms.store.Attributes;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.Filed;
import io.github.camelsms.sms.store.Incoming;
import io.github.camelsms.sms.store.IncomingPart;
import io.github.camelsms.sms.store.jdbc.ReceivedPartTable.SetKey;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files what was received: duplicates once, parts until their message is whole or its time is over. */
final class Receiving {

    private final Tables tables;
    private final Duration partTimeout;

    Receiving(Tables tables, Duration partTimeout) {
        this.tables = tables;
        this.partTimeout = partTimeout;
    }

    Filed file(Tx tx, IncomingPart received) throws SQLException {
        SmsDeliver deliver = received.deliver();
        if (!tables.receivedParts().isNew(tx, received.gateway(), deliver.encode(), tables.now())) {
            return Filed.DUPLICATE;
        }
        Optional<PartKey> key = PartKey.of(deliver);
        if (key.isEmpty()) {
            insert(tx, incoming(received.gateway(), List.of(deliver), received.receivedAt(), Optional.empty()));
            return Filed.COMPLETE;
        }
        return add(tx, received, key.get());
    }

    Filed file(Tx tx, Incoming incoming) throws SQLException {
        Optional<String> reference = incoming.reference();
        if (reference.isPresent()
                && !tables.receivedParts()
                        .isNew(tx, incoming.gateway(), told(incoming, reference.get()), tables.now())) {
            return Filed.DUPLICATE;
        }
        insert(tx, incoming);
        return Filed.COMPLETE;
    }

    /** What a gateway tells. It begins with "da", which no TPDU does: its originator would have 97 digits. */
    private static byte[] told(Incoming incoming, String reference) {
        Map<String, String> fields = Map.of(
                "reference", reference,
                "originator", incoming.originator(),
                "text", Rows.textOf(incoming.body()).orElse(""),
                "data",
                        Rows.dataOf(incoming.body())
                                .map(HexFormat.of()::formatHex)
                                .orElse(""));
        return new Attributes(fields).encoded().getBytes(StandardCharsets.UTF_8);
    }

    /** Hands on what is there of messages whose missing parts will not come any more. */
    void joinWhatIsThere(Tx tx, int limit) throws SQLException {
        for (SetKey set : tables.receivedParts().waitingSince(tx, tables.now().minus(partTimeout), limit)) {
            List<Part> parts = tables.receivedParts().parts(tx, set);
            if (!parts.isEmpty()) {
                handOnIncomplete(tx, set, parts);
            }
        }
    }

    private Filed add(Tx tx, IncomingPart received, PartKey key) throws SQLException {
        SetKey set = SetKey.of(received, key.line());
        Part part = new Part(received.deliver(), received.receivedAt());
        List<Part> kept = tables.receivedParts().parts(tx, set);
        PartSet.Offer offer = PartSet.of(key, kept).offer(part);
        if (offer.outcome() == Outcome.DUPLICATE) {
            return Filed.DUPLICATE;
        }
        if (offer.outcome() == Outcome.COMPLETE) {
            tables.receivedParts().delete(tx, set);
            insert(tx, incoming(received.gateway(), offer.set().inOrder(), received.receivedAt(), Optional.empty()));
            return Filed.COMPLETE;
        }
        if (offer.outcome() == Outcome.RESTARTED) {
            handOnIncomplete(tx, set, kept);
        }
        tables.receivedParts().insert(tx, set, part);
        return Filed.PART;
    }

    private void handOnIncomplete(Tx tx, SetKey set, List<Part> parts) throws SQLException {
        PartKey key = PartKey.of(parts.get(0).deliver()).orElseThrow();
        PartSet there = PartSet.of(key, parts);
        Instant last =
                parts.stream().map(Part::receivedAt).max(Instant::compareTo).orElseThrow();
        String reason = "partial: " + there.parts().size() + " of " + key.total() + " parts came";
        tables.receivedParts().delete(tx, set);
        insert(tx, incoming(set.gateway(), there.inOrder(), last, Optional.of(reason)));
    }

    private void insert(Tx tx, Incoming incoming) throws SQLException {
        List<String> links = tables.links().live(tx, incoming.originator(), incoming.receivedAt());
        tables.incoming().insert(tx, tables.ids().get(), incoming.withReplyLinks(links), tables.now());
    }

    private static Incoming incoming(
            String gateway, List<SmsDeliver> parts, Instant receivedAt, Optional<String> reason) {
        ReceivedContent content = ReceivedContent.join(parts);
        SmsDeliver first = parts.get(0);
        Map<String, String> attributes = new HashMap<>();
        attributes.put(Incoming.ENCODING, content.alphabet().name());
        first.serviceCentreTimeStamp()
                .toOffsetDateTime()
                .ifPresent(time -> attributes.put(Incoming.TIMESTAMP, time.toString()));
        first.dataCodingScheme()
                .messageClass()
                .ifPresent(shown -> attributes.put(Incoming.MESSAGE_CLASS, Integer.toString(shown.value())));
        first.userData()
                .header()
                .flatMap(UserDataHeader::ports)
                .ifPresent(ports -> attributes.put(Incoming.PORT, Integer.toString(ports.destination())));
        reason.ifPresent(why -> attributes.put(Incoming.REASON, why));
        Body body = content.text().isPresent()
                ? Body.text(content.text().get())
                : new Body.Data(content.data().orElseThrow());
        return new Incoming(
                gateway, first.originator().display(), body, receivedAt, new Attributes(attributes), List.of());
    }
}
