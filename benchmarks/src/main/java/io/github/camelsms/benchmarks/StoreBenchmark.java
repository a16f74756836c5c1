package io.github.camelsms.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The embedded store by itself, on the disk of the folder that is given. Prints one figure a line: name, tab, value.
 *
 * <ul>
 *   <li>{@code cost FOLDER QUEUED}: accepting and handing out with 100 and with {@code QUEUED} messages queued, in turns
 *   <li>{@code fill FOLDER QUEUED}: leaves {@code FOLDER/sms.db} with so many messages queued
 *   <li>{@code through FOLDER MESSAGES}: so many messages in and out; the heap must stay as it is
 * </ul>
 */
public final class StoreBenchmark {

    private static final PrintStream OUT = System.out;
    private static final int FEW = 100;
    private static final int ROUNDS = 9;
    private static final int MESSAGES_PER_ROUND = 10_000;
    private static final int STEPS = 10;
    private static final double NANOS = 1e9;

    private StoreBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        int messages = Integer.parseInt(arguments[2]);
        switch (arguments[0]) {
            case "cost" -> cost(folder, messages);
            case "fill" -> fill(folder, messages);
            case "through" -> through(folder, messages);
            default -> throw new IllegalArgumentException("cost, fill or through, not " + arguments[0]);
        }
    }

    private static void cost(Path folder, int queued) throws InterruptedException {
        try (StoreLoad few = new StoreLoad(folder.resolve("few.db"));
                StoreLoad many = new StoreLoad(folder.resolve("many.db"))) {
            few.acceptMany(FEW);
            few.take(1_000 - FEW);
            many.acceptMany(queued);
            List<Double> acceptFew = new ArrayList<>();
            List<Double> acceptMany = new ArrayList<>();
            List<Double> takeFew = new ArrayList<>();
            List<Double> takeMany = new ArrayList<>();
            // the first round warms up
            for (int round = 0; round <= ROUNDS; round++) {
                acceptFew.add(rate(() -> few.accept(MESSAGES_PER_ROUND)));
                acceptMany.add(rate(() -> many.accept(MESSAGES_PER_ROUND)));
                takeFew.add(rate(() -> few.take(MESSAGES_PER_ROUND)));
                takeMany.add(rate(() -> many.take(MESSAGES_PER_ROUND)));
            }
            print("accepted a second, " + FEW + " queued", median(acceptFew));
            print("accepted a second, " + queued + " queued", median(acceptMany));
            print("cost of accepting, ratio", median(acceptFew) / median(acceptMany));
            print("handed out a second, " + FEW + " queued", median(takeFew));
            print("handed out a second, " + queued + " queued", median(takeMany));
            print("cost of handing out, ratio", median(takeFew) / median(takeMany));
        }
    }

    private static void fill(Path folder, int queued) throws InterruptedException {
        try (StoreLoad store = new StoreLoad(folder.resolve("sms.db"))) {
            print(
                    "accepted a second in calls of 1000",
                    queued * rate(() -> store.acceptMany(queued)) / MESSAGES_PER_ROUND);
        }
    }

    private static void through(Path folder, int messages) throws InterruptedException {
        try (StoreLoad store = new StoreLoad(folder.resolve("through.db"))) {
            for (int step = 1; step <= STEPS; step++) {
                int share = messages / STEPS;
                long start = System.nanoTime();
                for (int done = 0; done < share; done += MESSAGES_PER_ROUND) {
                    store.acceptMany(MESSAGES_PER_ROUND);
                    store.take(MESSAGES_PER_ROUND);
                }
                print("in and out a second, " + (long) step * share, share * NANOS / (System.nanoTime() - start));
                print("heap in MiB, " + (long) step * share, heap());
            }
            print("messages missing", (double) store.drift());
        }
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (double) (1 << 20);
    }

    private interface Work {

        void run() throws InterruptedException;
    }

    /** Messages a second, where the work is that of a round. */
    private static double rate(Work work) throws InterruptedException {
        long start = System.nanoTime();
        work.run();
        return MESSAGES_PER_ROUND * NANOS / (System.nanoTime() - start);
    }

    private static double median(List<Double> rounds) {
        List<Double> warm = new ArrayList<>(rounds.subList(1, rounds.size()));
        Collections.sort(warm);
        return warm.get(warm.size() / 2);
    }

    private static void print(String name, double value) {
        OUT.printf(Locale.ROOT, "%s\t%.2f%n", name, value);
    }
}
