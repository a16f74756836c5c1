package io.github.camelsms.routes.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of a given size that can be filled to the last octet; needs root. */
final class SmallDisk implements AutoCloseable {

    private final Path mount;

    private SmallDisk(Path mount) {
        this.mount = mount;
    }

    static SmallDisk mount(Path folder, int mebibytes) throws Exception {
        Path mount = Files.createDirectory(folder.resolve("disk"));
        String said = run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", mount.toString());
        if (!said.isEmpty()) {
            System.out.println("NOT PROVED HERE: the full disk needs a mount, and " + said);
        }
        assumeTrue(said.isEmpty(), said);
        return new SmallDisk(mount);
    }

    Path path(String file) {
        return mount.resolve(file);
    }

    /** Writes to a file until nothing more can be written. */
    void fill(String file) throws IOException {
        try (OutputStream out = Files.newOutputStream(path(file))) {
            byte[] chunk = new byte[4096];
            while (true) {
                out.write(chunk);
            }
        } catch (IOException e) {
            if (Files.getFileStore(mount).getUsableSpace() > 0) {
                throw e;
            }
        }
    }

    @Override
    public void close() throws Exception {
        run("umount", mount.toString());
    }

    private static String run(String... command) throws Exception {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? "" : String.join(" ", command) + ": " + said;
    }
}
