package io.github.camelsms.proofs.simulation;

import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.store.Failure;
import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The gateways: they take messages, give them part by part to the network, and tell the store. */
final class SimulatedGateways {

    /** One attempt that a gateway is at. */
    private static final class Attempt {

        private final MessageStore store;
        private final int process;
        private final String gateway;
        private final Lease lease;
        private final PartLedger ledger;
        private final int parts;
        private final Map<Integer, String> known = new HashMap<>();
        private boolean open;

        Attempt(MessageStore store, int process, String gateway, Lease lease, int parts) {
            this.store = store;
            this.process = process;
            this.gateway = gateway;
            this.lease = lease;
            this.ledger = store.ledger(lease);
            this.parts = parts;
        }

        String id() {
            return lease.id().value();
        }
    }

    /** A gateway that gives the network the whole message, as providers on HTTP want it, has no ledger of parts. */
    private static final int WHOLE = 0;

    private final World world;
    private final SimulatedNetwork network;
    private final List<Attempt> attempts = new ArrayList<>();
    private final Map<String, Long> newestToken = new HashMap<>();
    private final Map<String, Integer> concatReferences = new HashMap<>();
    private final Map<String, Map<Integer, String>> acceptedParts = new HashMap<>();
    private final Map<String, String> begunBy = new HashMap<>();
    private final Set<String> sent = new HashSet<>();

    SimulatedGateways(World world, SimulatedNetwork network) {
        this.world = world;
        this.network = network;
    }

    /** Messages of which the store was told, and has confirmed, that the network has them whole. */
    Set<String> sent() {
        return sent;
    }

    boolean isIdle() {
        return attempts.isEmpty();
    }

    /** A gateway asks for work. */
    int ask(int deaths) {
        String gateway = world.any(World.GATEWAYS);
        world.perhapsDie(deaths);
        Answer<HandOut<Message>> answer = Answer.of(world.store().handOutgoing(gateway, 1 + world.random.nextInt(3)));
        List<Leased<Message>> items = answer.value().map(HandOut::items).orElse(List.of());
        int overtaken = 0;
        int priority = Message.HIGHEST_PRIORITY;
        for (Leased<Message> item : items) {
            check(gateway, item);
            overtaken += item.item().priority() > priority ? 1 : 0;
            priority = item.item().priority();
            int parts = Math.floorMod(item.item().body().hashCode(), 4);
            attempts.add(new Attempt(world.store(), world.births(), gateway, item.lease(), parts));
        }
        Violation.when(overtaken > 1, "7: less urgent ones overtake more than once: %s", items);
        return items.size();
    }

    private void check(String gateway, Leased<Message> item) {
        Message message = item.item();
        String id = item.lease().id().value();
        world.note("%s gets %s, token %d", gateway, id, item.lease().token());
        Violation.when(!message.expiresAt().isAfter(world.instant()), "7: %s is handed out after its expiry", id);
        // its time stays come when the clock steps back later
        boolean early = message.notBefore().filter(world.instant()::isBefore).isPresent();
        Violation.when(early && !newestToken.containsKey(id), "7: %s is early", id);
        List<String> allowed = message.gateways().ids();
        Violation.when(!allowed.isEmpty() && !allowed.contains(gateway), "7: %s may not carry %s", gateway, id);
        String begun = begunBy.getOrDefault(id, gateway);
        Violation.when(!begun.equals(gateway), "8: %s was begun by %s and goes on with %s", id, begun, gateway);
        long newest = newestToken.getOrDefault(id, 0L);
        Violation.when(item.lease().token() <= newest, "5: the token of %s does not grow", id);
        for (Attempt other : attempts) {
            Violation.when(other.id().equals(id) && other.process == world.births(), "5: %s is handed out twice", id);
        }
        newestToken.put(id, item.lease().token());
    }

    /** One attempt goes one step on; what a dead process had is over. */
    void work(int mishaps) {
        if (attempts.isEmpty()) {
            return;
        }
        Attempt attempt = world.any(attempts);
        if (attempt.store == world.store()) {
            world.perhapsDie(mishaps / 3);
        }
        boolean over = world.chance(mishaps) ? stumble(attempt) : step(attempt);
        if (over) {
            attempts.remove(attempt);
        }
    }

    /** Whatever a dead process was at stays as it is. */
    void forget(int process) {
        attempts.removeIf(attempt -> attempt.process == process);
    }

    private boolean step(Attempt attempt) {
        if (attempt.parts == WHOLE && !attempt.open) {
            attempt.known.put(1, network.take(attempt.id(), 1, attempt.gateway));
            attempt.open = true;
            return world.chance(5) && fail(attempt, FailureKind.UNCERTAIN);
        }
        if (!attempt.open) {
            Answer<PartLedger.Plan> plan = Answer.of(attempt.ledger.open(attempt.parts));
            plan.value().ifPresent(found -> opened(attempt, found));
            return !judged(attempt, plan, "opens");
        }
        for (int part = 1; part <= attempt.parts; part++) {
            if (!attempt.known.containsKey(part)) {
                return sendPart(attempt, part);
            }
        }
        Answer<Void> answer = Answer.of(attempt.store.sent(attempt.lease, List.copyOf(attempt.known.values())));
        if (judged(attempt, answer, "is sent")) {
            sent.add(attempt.id());
        }
        return true;
    }

    private void opened(Attempt attempt, PartLedger.Plan plan) {
        Map<Integer, String> expected = acceptedParts.getOrDefault(attempt.id(), Map.of());
        Violation.when(
                !plan.accepted().keySet().containsAll(expected.keySet()),
                "8: parts %s of %s were accepted, the ledger says %s",
                expected,
                attempt.id(),
                plan.accepted());
        Integer before = concatReferences.putIfAbsent(attempt.id(), plan.concatReference());
        Violation.when(before != null && before != plan.concatReference(), "8: %s has another reference", attempt.id());
        attempt.known.putAll(plan.accepted());
        attempt.open = true;
    }

    private boolean sendPart(Attempt attempt, int part) {
        if (!judged(attempt, Answer.of(attempt.ledger.sending(part)), "is sending part " + part)) {
            return true;
        }
        String reference = network.take(attempt.id(), part, attempt.gateway);
        if (world.chance(5)) {
            return fail(attempt, FailureKind.UNCERTAIN);
        }
        network.perhapsReport(reference);
        if (!judged(attempt, Answer.of(attempt.ledger.accepted(part, reference)), "has part " + part + " accepted")) {
            return true;
        }
        attempt.known.put(part, reference);
        begunBy.putIfAbsent(attempt.id(), attempt.gateway);
        acceptedParts.computeIfAbsent(attempt.id(), id -> new HashMap<>()).put(part, reference);
        return false;
    }

    /** The network says no, or the gateway gives the message back. */
    private boolean stumble(Attempt attempt) {
        if (attempt.parts == WHOLE && attempt.open) {
            return fail(attempt, FailureKind.UNCERTAIN);
        }
        return switch (world.random.nextInt(8)) {
            case 0 -> fail(attempt, FailureKind.REJECTED);
            case 1, 2 -> fail(attempt, FailureKind.UNAVAILABLE);
            case 3 -> {
                judged(
                        attempt,
                        Answer.of(attempt.store.release(attempt.lease, "given back", world.instant())),
                        "is given back");
                yield true;
            }
            default -> fail(attempt, FailureKind.TEMPORARY);
        };
    }

    private boolean fail(Attempt attempt, FailureKind kind) {
        Failure failure = new Failure(kind, "simulated", "as the dice fell");
        Duration delay = Duration.ofSeconds(world.random.nextInt(120));
        judged(
                attempt,
                Answer.of(attempt.store.failed(
                        attempt.lease, failure, world.instant().plus(delay))),
                "fails, " + kind);
        return true;
    }

    /** Whether the attempt may go on; an operation with a lease that is over must not have been done. */
    private boolean judged(Attempt attempt, Answer<?> answer, String what) {
        world.note(
                "%s token %d of process %d %s: %s",
                attempt.id(), attempt.lease.token(), attempt.process, what, answer.kind());
        boolean over = attempt.lease.token() < newestToken.getOrDefault(attempt.id(), 0L);
        Violation.when(answer.isDone() && over, "6: %s %s with a lease that is over", attempt.id(), what);
        Violation.when(
                answer.kind() == Answer.Kind.STALE && attempt.process == world.births() && !over,
                "5: %s was taken away from a process that lives",
                attempt.id());
        return answer.isDone();
    }
}
