package io.github.camelsms.routes.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncTimesTest {

    @Test
    void tellsMedianAndTheSlowest() {
        List<Duration> times =
                LongStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList();

        SyncTimes measured = SyncTimes.of(times);

        assertThat(measured.median()).isEqualTo(Duration.ofMillis(51));
        assertThat(measured.slowest()).isEqualTo(Duration.ofMillis(100));
        assertThat(measured.areImplausible()).isFalse();
        assertThat(SyncTimes.of(List.of(Duration.ofNanos(900))).areImplausible())
                .isTrue();
    }

    @Test
    void aRealDiskIsMeasuredAndNothingIsLeftOnIt(@TempDir Path folder) throws Exception {
        SyncTimes measured = SyncTimes.measure(folder);

        assertThat(measured.count()).isPositive();
        assertThat(measured.median()).isPositive().isLessThanOrEqualTo(measured.slowest());
        assertThat(folder).isEmptyDirectory();
    }

    /** The negative control: what is written to memory is not on a disk, and cannot pass for it. */
    @Test
    void memoryIsFoundOut() throws Exception {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory), "there is no file system in memory here");

        assertThat(SyncTimes.measure(memory).areImplausible()).isTrue();
        assertThat(DiskCheck.look(memory)).first().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Finding.Level.FAILURE);
            assertThat(finding.text()).contains("in memory");
        });
    }
}
