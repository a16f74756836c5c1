package io.github.camelsms.modem.simulator;

import io.github.camelsms.sms.message.ReceivedContent;
import io.github.camelsms.sms.tpdu.Concatenation;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.ServiceCentreTimeStamp;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Joins the parts that a phone would receive. */
final class Assembler {

    private record Key(String number, int referenceBits, int reference, int total) {}

    private record Arrived(SmsDeliver part, int reference) {}

    private static final ServiceCentreTimeStamp NO_TIME =
            ServiceCentreTimeStamp.of(Instant.EPOCH.atOffset(ZoneOffset.UTC));

    private final Map<Key, TreeMap<Integer, Arrived>> incomplete = new HashMap<>();

    /** Takes a part; gives the message when it was the last one missing. */
    Optional<SentMessage> add(SmsSubmit submit, int reference) {
        String number = submit.destination().display();
        Arrived arrived = new Arrived(
                SmsDeliver.of(submit.destination(), submit.dataCodingScheme(), NO_TIME, submit.userData()), reference);
        Optional<Concatenation> concatenation = submit.userData().concatenation();
        if (concatenation.isEmpty()) {
            return Optional.of(joined(number, List.of(arrived)));
        }
        Concatenation c = concatenation.get();
        Key key = new Key(number, c.referenceBits(), c.reference(), c.total());
        TreeMap<Integer, Arrived> parts = incomplete.computeIfAbsent(key, k -> new TreeMap<>());
        parts.put(c.sequence(), arrived);
        if (parts.size() < c.total()) {
            return Optional.empty();
        }
        incomplete.remove(key);
        return Optional.of(joined(number, new ArrayList<>(parts.values())));
    }

    private static SentMessage joined(String number, List<Arrived> parts) {
        ReceivedContent content =
                ReceivedContent.join(parts.stream().map(Arrived::part).toList());
        String text =
                content.text().orElseGet(() -> content.data().map(Octets::hex).orElse(""));
        return new SentMessage(
                number, text, parts.stream().map(Arrived::reference).toList());
    }
}
