package io.github.camelsms.proofs.simulation;

import io.github.camelsms.sms.message.MessageContent;
import io.github.camelsms.sms.message.Segmentation;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.Filed;
import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.Incoming;
import io.github.camelsms.sms.store.IncomingPart;
import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.ServiceCentreTimeStamp;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.UserData;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Phones that write to us: a SIM keeps each part until the store has it, and offers it again in any order. */
final class Phones {

    private final World world;
    private final List<SmsDeliver> sim = new ArrayList<>();
    private final List<SmsDeliver> filed = new ArrayList<>();
    private final Set<String> written = new HashSet<>();
    private final Map<String, Set<String>> handedOn = new HashMap<>();

    Phones(World world) {
        this.world = world;
    }

    /** Somebody writes, sometimes at length. */
    void write() {
        String text = "answer " + written.size() + (world.chance(30) ? " and more of it".repeat(15) : "");
        written.add(text);
        Segmentation segmentation = Segmentation.of(MessageContent.text(text), SegmentationOptions.DEFAULT);
        ServiceCentreTimeStamp time =
                ServiceCentreTimeStamp.of(OffsetDateTime.ofInstant(world.instant(), ZoneOffset.UTC));
        for (UserData part : segmentation.userData(written.size() & 0xFF)) {
            sim.add(SmsDeliver.of(Address.of("+15559876543"), segmentation.dcs(), time, part));
        }
    }

    boolean isIdle() {
        return sim.isEmpty();
    }

    /** The modem offers something; it is deleted only when the store has it. Sometimes deleting has failed. */
    void offer(int deaths) {
        boolean again = !filed.isEmpty() && world.chance(20);
        if (sim.isEmpty() && !again) {
            return;
        }
        SmsDeliver part = again ? world.any(filed) : world.any(sim);
        world.perhapsDie(deaths);
        Answer<Filed> answer = Answer.of(world.store().file(new IncomingPart("us", part, world.instant())));
        world.note("a part is offered: %s", answer);
        if (answer.isDone() && sim.remove(part)) {
            filed.add(part);
        }
        Violation.when(
                again && answer.isDone() && answer.value().orElseThrow() != Filed.DUPLICATE,
                "12: a part was filed twice");
    }

    /** A route takes what was received. */
    int take(int deaths) {
        world.perhapsDie(deaths);
        Answer<HandOut<Incoming>> answer = Answer.of(world.store().handIncoming(3));
        List<Leased<Incoming>> items = answer.value().map(HandOut::items).orElse(List.of());
        for (Leased<Incoming> item : items) {
            String text = ((Body.Text) item.item().body()).value();
            handedOn.computeIfAbsent(text, key -> new HashSet<>())
                    .add(item.lease().id().value());
            var unused = world.chance(deaths)
                    ? Answer.of(world.store().release(item.lease(), "the route failed", world.instant()))
                    : Answer.of(world.store().done(item.lease()));
        }
        return items.size();
    }

    /** Each text has come once, and nothing else has. */
    void judge() {
        Violation.when(
                !handedOn.keySet().equals(written), "12: written were %s, handed on %s", written, handedOn.keySet());
        handedOn.forEach((text, ids) -> Violation.when(ids.size() != 1, "12: %s was filed as %s", text, ids));
    }
}
