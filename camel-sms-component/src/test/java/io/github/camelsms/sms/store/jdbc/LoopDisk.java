package io.github.camelsms.sms.store.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A disk of its own in a file, with ext4. Copying the file copies what has reached the disk, as a power cut would. */
final class LoopDisk implements AutoCloseable {

    private static final long SECONDS = 60;

    private final Path mount;

    private LoopDisk(Path mount) {
        this.mount = mount;
    }

    /** Why there can be no such disk here; empty when there can. */
    static String whyNot(Path folder) throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return "it needs root";
        }
        try (LoopDisk probe = create(folder.resolve("probe.img"), 8)) {
            return "";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    static LoopDisk create(Path image, int mebibytes) throws IOException, InterruptedException {
        run("truncate", "-s", mebibytes + "M", image.toString());
        run("mkfs.ext4", "-q", "-F", image.toString());
        LoopDisk disk = mount(image);
        run("sync", "-f", disk.mount.toString());
        return disk;
    }

    static LoopDisk mount(Path image) throws IOException, InterruptedException {
        Path mount = Files.createTempDirectory(image.getParent(), "mnt");
        run("mount", "-o", "loop", image.toString(), mount.toString());
        return new LoopDisk(mount);
    }

    static void copy(Path image, Path copy) throws IOException, InterruptedException {
        run("cp", "--sparse=always", image.toString(), copy.toString());
    }

    Path path(String file) {
        return mount.resolve(file);
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", mount.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said.strip());
        }
    }
}
