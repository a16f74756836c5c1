package io.github.camelsms.proofs.simulation;

import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageEvent;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.Operation;
import io.github.camelsms.sms.store.Search;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One life of a store: some hundred random steps, then rest, until everything that was accepted has ended; and the
 * judgement on it by the numbers of the contract of {@link MessageStore}.
 */
public final class Simulation {

    private static final int STEPS = 120;
    private static final int MOST_ROUNDS = 300;
    private static final int HISTORY = 120;

    private final World world;
    private final SimulatedNetwork network;
    private final SimulatedGateways gateways;
    private final Senders senders;
    private final Phones phones;
    private final Reports reports;

    private Simulation(World world) {
        this.world = world;
        network = new SimulatedNetwork(world);
        gateways = new SimulatedGateways(world, network);
        senders = new Senders(world);
        phones = new Phones(world);
        reports = new Reports(world);
    }

    /** Runs the life of a seed; returns what was violated with its history, or nothing. */
    public static String run(long seed) {
        try (World world = new World(seed)) {
            try {
                new Simulation(world).live();
                return "";
            } catch (RuntimeException e) {
                return "seed " + seed + ": " + e + "\n" + world.history(HISTORY);
            }
        }
    }

    private void live() {
        for (int i = 0; i < STEPS; i++) {
            int process = world.births();
            step();
            world.buryTheDead();
            if (world.births() > process) {
                gateways.forget(process);
            }
        }
        rest();
        judge();
    }

    private void step() {
        switch (world.random.nextInt(24)) {
            case 0, 1 -> senders.send();
            case 2 -> senders.sendTogether();
            case 3, 4, 5 -> gateways.ask(5);
            case 6, 7, 8, 9, 10, 11, 12 -> gateways.work(10);
            case 13, 14 -> network.report(5);
            case 15 -> phones.write();
            case 16 -> phones.offer(5);
            case 17 -> phones.take(5);
            case 18 -> reports.take(5);
            case 19 -> operate();
            case 20 -> tick(5);
            case 21 -> world.pass(Duration.ofSeconds(world.random.nextInt(30)));
            case 22 -> jump();
            default -> takeOver();
        }
    }

    private void jump() {
        int kind = world.random.nextInt(10);
        if (kind == 0) {
            world.pass(Duration.ofHours(1 + world.random.nextInt(5)));
        } else if (kind < 3) {
            world.pass(Duration.ofMinutes(-world.random.nextInt(60)));
        } else {
            world.pass(Duration.ofMinutes(world.random.nextInt(5)));
        }
    }

    /** A pause so long that somebody else goes on; what the first one had it still believes to have. */
    private void takeOver() {
        if (world.chance(20)) {
            int process = world.births();
            world.replace();
            world.note("process %d goes on as if nothing had happened", process);
            for (int i = 0; i < 10; i++) {
                gateways.ask(0);
                gateways.work(0);
            }
            gateways.forget(process);
        }
    }

    private void tick(int deaths) {
        world.perhapsDie(deaths);
        Answer<Void> answer = Answer.of(world.store().tick());
        world.note("tick: %s", answer.kind());
    }

    /** A person changes something about a message that the store has. */
    private void operate() {
        if (!senders.accepted().isEmpty()) {
            MessageId id =
                    new MessageId(world.any(List.copyOf(senders.accepted().keySet())));
            Operation operation = world.any(List.of(Operation.HOLD, Operation.RELEASE, Operation.CANCEL));
            world.perhapsDie(5);
            Answer<MessageId> answer = Answer.of(world.store().operate(id, operation));
            world.note("a person wants to %s %s: %s", operation, id, answer.kind());
        }
    }

    /** Nothing goes wrong any more, until nothing happens any more. */
    private void rest() {
        world.calmDown();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean moved = false;
            while (gateways.ask(0) + gateways.ask(0) + phones.take(0) + reports.take(0) > 0) {
                moved = true;
            }
            while (!gateways.isIdle()) {
                gateways.work(0);
                moved = true;
            }
            while (!network.isIdle()) {
                network.report(0);
                moved = true;
            }
            while (!phones.isIdle()) {
                phones.offer(0);
                moved = true;
            }
            if (!moved) {
                tick(0);
                if (stored().values().stream()
                                .allMatch(message -> message.state().isFinal())
                        && reports.take(0) + phones.take(0) == 0) {
                    return;
                }
                releaseWhatIsHeld();
                world.pass(Duration.ofMinutes(5));
            }
        }
        throw new Violation("1: some never end: "
                + stored().values().stream()
                        .filter(message -> !message.state().isFinal())
                        .map(message -> message.id() + " " + message.state())
                        .toList());
    }

    private void releaseWhatIsHeld() {
        for (MessageRecord message : stored().values()) {
            boolean held = message.state() == MessageState.HELD || message.state() == MessageState.UNCERTAIN;
            if (held && message.dueAt().isEmpty()) {
                var unused = Answer.of(world.store().operate(message.id(), Operation.RELEASE));
            }
        }
    }

    private Map<String, MessageRecord> stored() {
        List<MessageRecord> all = new ArrayList<>();
        Search page = Search.newest(Search.LARGEST_PAGE);
        List<MessageRecord> found = get(world.store().search(page));
        while (!found.isEmpty()) {
            all.addAll(found);
            found = get(world.store()
                    .search(page.withBefore(found.get(found.size() - 1).id())));
        }
        return all.stream().collect(Collectors.toMap(message -> message.id().value(), Function.identity()));
    }

    private void judge() {
        Map<String, MessageRecord> stored = stored();
        senders.accepted().forEach((id, message) -> {
            Optional<MessageRecord> record = Optional.ofNullable(stored.get(id));
            Violation.when(record.isEmpty(), "1: %s was accepted and is lost", id);
            Violation.when(!record.get().message().body().equals(message.body()), "4: %s says something else", id);
        });
        Map<Body, Long> copies = stored.values().stream()
                .collect(Collectors.groupingBy(message -> message.message().body(), Collectors.counting()));
        Violation.when(copies.values().stream().anyMatch(count -> count > 1), "15: a message is there twice");
        for (List<Message> together : senders.asked()) {
            long there = together.stream()
                    .filter(message -> copies.containsKey(message.body()))
                    .count();
            Violation.when(there != 0 && there != together.size(), "3: %d of %s are there", there, together);
        }
        stored.values().forEach(this::judge);
        phones.judge();
        Violation.when(
                get(world.store().drift()) != 0,
                "13: the books are out by %d",
                get(world.store().drift()));
    }

    private void judge(MessageRecord message) {
        String id = message.id().value();
        reports.judge(id);
        int times = network.times(id);
        long uncertain = get(world.store().history(message.id())).stream()
                .filter(event -> event.kind() == MessageEvent.Kind.UNCERTAIN)
                .count();
        Violation.when(times > 1 + uncertain, "9: %s was sent %d times, %d times uncertain", id, times, uncertain);
        boolean delivered = message.state() == MessageState.DELIVERED || message.state() == MessageState.UNDELIVERABLE;
        Violation.when(delivered && times == 0, "1: %s is %s and was never sent", id, message.state());
        Violation.when(gateways.sent().contains(id) && !delivered, "10: %s was sent and is %s", id, message.state());
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
