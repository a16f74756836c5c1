package io.github.camelsms.proofs.simulation;

import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.UncertainPolicy;
import io.github.camelsms.sms.store.jdbc.SimulatedDisk;
import io.github.camelsms.sms.store.jdbc.SimulatedDisk.Death;
import io.github.camelsms.sms.store.jdbc.SimulatedDisk.SimulatedProcess;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What all have in common: the random number, the time, the disk, the processes and the history. */
final class World extends Clock implements AutoCloseable {

    /** Gateways; the first sends again what is uncertain, the second holds it. */
    static final List<String> GATEWAYS = List.of("us", "eu");

    private static final Timing TIMING = new Timing(
            Duration.ofHours(4),
            Duration.ofDays(20),
            Duration.ofMinutes(1),
            Duration.ofDays(20),
            Duration.ofDays(20),
            1000,
            Duration.ofMinutes(5));

    final Random random;
    private final SimulatedDisk disk;
    private final List<String> history = new ArrayList<>();
    private final List<SimulatedProcess> old = new ArrayList<>();
    private SimulatedProcess process;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Instant latest = now;
    private int births;

    World(long seed) {
        random = new Random(seed);
        disk = new SimulatedDisk();
        begin();
    }

    MessageStore store() {
        return process.store();
    }

    /** Which process works now, counted from 1. */
    int births() {
        return births;
    }

    /** The process that works now is to die at its next commit, sometimes. */
    void perhapsDie(int percent) {
        if (chance(percent)) {
            dieAt(0);
        }
    }

    private void dieAt(int commitsBefore) {
        Death death = chance(50) ? Death.BEFORE_COMMIT : Death.AFTER_COMMIT;
        note("the process dies %s", death);
        process.dieAt(death, commitsBefore);
    }

    /** Asks several things at once, perhaps with a death among them. */
    void together(Runnable submit) {
        if (chance(10)) {
            dieAt(1);
        }
        process.inOneTransaction(submit);
    }

    /** Starts another process when this one is dead. */
    void buryTheDead() {
        if (process.isDead()) {
            process.close();
            begin();
        }
    }

    /** Another process takes over while this one, unaware of that, is still there. */
    MessageStore replace() {
        MessageStore paused = process.store();
        old.add(process);
        note("another process takes over");
        begin();
        return paused;
    }

    private void begin() {
        births++;
        process = disk.start(TIMING, this);
        note("process %d begins", births);
        for (String gateway : GATEWAYS) {
            UncertainPolicy policy = gateway.equals("us") ? UncertainPolicy.RETRY : UncertainPolicy.HOLD;
            process.store()
                    .registerGateway(gateway, policy)
                    .toCompletableFuture()
                    .join();
        }
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    void pass(Duration time) {
        now = now.plus(time);
        latest = latest.isAfter(now) ? latest : now;
        note("the clock goes by %s", time);
    }

    /** Nobody dies any more, and the clock is right again after it was set back: what was due then is due. */
    void calmDown() {
        process.live();
        pass(Duration.between(now, latest));
    }

    @SuppressWarnings("AnnotateFormatMethod") // a note that cannot be formatted shows in the first run
    void note(String what, Object... values) {
        history.add(now + " " + what.formatted(values));
    }

    /** What has happened, the last of it. */
    String history(int lines) {
        return String.join("\n", history.subList(Math.max(0, history.size() - lines), history.size()));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public void close() {
        old.forEach(SimulatedProcess::close);
        process.close();
        disk.close();
    }
}
