package io.github.camelsms.routes.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a disk takes to say that it has a page for good: a page is appended to a file and synced, as the store does
 * it with each commit.
 *
 * @param count how often it was measured
 * @param median half of them took no longer
 * @param slowest 99 of 100 took no longer
 */
record SyncTimes(int count, Duration median, Duration slowest) {

    private static final int TIMES = 300;
    private static final int PAGE = 4096;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    // a call of the kernel that does nothing takes a few; the fastest disks with a battery of their own take more
    private static final Duration IMPLAUSIBLE = Duration.ofNanos(15_000);

    static SyncTimes measure(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "sms-doctor", ".tmp");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return of(times(channel));
        } finally {
            Files.delete(file);
        }
    }

    static SyncTimes of(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return new SyncTimes(sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100));
    }

    /** Whether the disk cannot have done what it says. */
    boolean areImplausible() {
        return median.compareTo(IMPLAUSIBLE) < 0;
    }

    private static List<Duration> times(FileChannel channel) throws IOException {
        List<Duration> times = new ArrayList<>();
        ByteBuffer page = ByteBuffer.allocateDirect(PAGE);
        long begin = System.nanoTime();
        while (times.size() < TIMES && System.nanoTime() - begin < LONGEST.toNanos()) {
            page.clear();
            while (page.hasRemaining()) {
                channel.write(page);
            }
            long before = System.nanoTime();
            channel.force(false);
            times.add(Duration.ofNanos(System.nanoTime() - before));
        }
        return times;
    }
}
