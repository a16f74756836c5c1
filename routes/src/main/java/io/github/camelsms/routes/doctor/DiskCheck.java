package io.github.camelsms.routes.doctor;

import io.github.camelsms.routes.doctor.Finding.Level;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The disk of the store: whether it keeps what it says, how fast that is, and how much room it has. */
final class DiskCheck {

    private static final String SYNC = "disk.sync";
    private static final String ROOM = "disk.room";
    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");
    private static final Set<String> NETWORK =
            Set.of("nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.glusterfs");
    private static final long MEBIBYTE = 1 << 20;
    // messages are refused below the first; below the second the operator should see to it
    private static final long REFUSED = 64;
    private static final long TIGHT = 1024;

    private DiskCheck() {}

    /** @param folder of the store; it may be made by the gateway later */
    static List<Finding> look(Path folder) {
        Path there = existing(folder.toAbsolutePath());
        if (!Files.isWritable(there)) {
            return List.of(Finding.failure(
                    SYNC,
                    there + " cannot be written by " + System.getProperty("user.name")
                            + ": change its owner, or set sms.store.url to another place"));
        }
        try {
            FileStore disk = Files.getFileStore(there);
            return List.of(sync(there, disk), room(there, disk));
        } catch (IOException e) {
            return List.of(Finding.failure(SYNC, "the disk of " + there + " cannot be written: " + e.getMessage()));
        }
    }

    private static Finding sync(Path folder, FileStore disk) throws IOException {
        SyncTimes times = SyncTimes.measure(folder);
        String measured = "fsync at " + folder + " (" + disk.type() + "): p50 " + millis(times.median()) + " ms, p99 "
                + millis(times.slowest()) + " ms";
        Map<String, Object> figures = Map.of(
                "fileSystem",
                disk.type(),
                "count",
                times.count(),
                "p50Micros",
                times.median().toNanos() / 1000,
                "p99Micros",
                times.slowest().toNanos() / 1000);
        return judge(measured, disk.type(), times).with(figures);
    }

    private static Finding judge(String measured, String fileSystem, SyncTimes times) {
        if (IN_MEMORY.contains(fileSystem)) {
            return new Finding(
                    SYNC, Level.FAILURE, measured + "; it is in memory: all is lost with the power", Map.of());
        }
        if (times.areImplausible()) {
            return Finding.failure(
                    SYNC,
                    measured + "; no disk is that fast: something between (eatmydata, a virtual machine, a controller)"
                            + " says that data is on disk when it is not, and messages get lost with the power");
        }
        if (NETWORK.contains(fileSystem)) {
            return Finding.warning(
                    SYNC, measured + "; a network file system may lose what it has confirmed: use a local disk");
        }
        return Finding.ok(SYNC, measured);
    }

    private static Finding room(Path folder, FileStore disk) throws IOException {
        long free = disk.getUsableSpace() / MEBIBYTE;
        Map<String, Object> figures = Map.of("freeMebibytes", free);
        if (free < REFUSED) {
            return Finding.failure(
                            ROOM, free + " MiB free at " + folder + ": below " + REFUSED + " no message is accepted")
                    .with(figures);
        }
        return (free < TIGHT
                        ? Finding.warning(ROOM, free + " MiB free at " + folder + ": make room soon")
                        : Finding.ok(ROOM, free + " MiB free at " + folder))
                .with(figures);
    }

    private static Path existing(Path folder) {
        Path there = folder;
        while (!Files.isDirectory(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    private static String millis(Duration time) {
        return String.format(java.util.Locale.ROOT, "%.3f", time.toNanos() / 1_000_000.0);
    }
}
