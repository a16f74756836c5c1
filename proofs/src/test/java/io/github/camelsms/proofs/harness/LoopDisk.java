package io.github.camelsms.proofs.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelsms.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of its own in a file, with ext4. Copying the file copies what has reached the disk, as a power cut would. */
public final class LoopDisk implements AutoCloseable {

    private final Path mount;

    private LoopDisk(Path mount) {
        this.mount = mount;
    }

    /** Skips a proof where there can be no such disk, and says so in the figures. */
    public static void assume(String proof, Path folder) throws InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            Figures.skipped(proof, "a loop device needs root");
            assumeTrue(false, "a loop device needs root");
        }
        try (LoopDisk probe = create(folder.resolve("probe.img"), 8)) {
            assumeTrue(Files.isDirectory(probe.mount));
        } catch (IOException e) {
            Figures.skipped(proof, e.getMessage());
            assumeTrue(false, e.getMessage());
        }
    }

    public static LoopDisk create(Path image, int mebibytes) throws IOException, InterruptedException {
        Programs.run("truncate", "-s", mebibytes + "M", image.toString());
        Programs.run("mkfs.ext4", "-q", "-F", image.toString());
        LoopDisk disk = mount(image);
        Programs.run("sync", "-f", disk.mount.toString());
        return disk;
    }

    public static LoopDisk mount(Path image) throws IOException, InterruptedException {
        Path mount = Files.createTempDirectory(image.getParent(), "mnt");
        Programs.run("mount", "-o", "loop", image.toString(), mount.toString());
        return new LoopDisk(mount);
    }

    public static void copy(Path image, Path copy) throws IOException, InterruptedException {
        Programs.run("cp", "--sparse=always", image.toString(), copy.toString());
    }

    public Path path(String file) {
        return mount.resolve(file);
    }

    @Override
    public void close() throws IOException {
        try {
            Programs.run("umount", mount.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
