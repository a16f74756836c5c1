package io.github.camelsms.modem.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Remembers on disk which PIN was tried on which card and what came of it, so that no restart tries a wrong one again.
 * Holds neither the PIN nor the number of the card, but a slow hash of both.
 */
final class PinMemory {

    /** What came of a PIN. */
    enum Verdict {
        /** It was about to be sent; what came of it is not known. */
        TRIED,
        ACCEPTED,
        REFUSED
    }

    private static final int ITERATIONS = 50_000;
    private static final String FILE = "pins";

    private final Path directory;

    PinMemory(Path directory) {
        this.directory = directory;
    }

    /** What is known of this PIN on this card; a refusal outweighs the rest. */
    synchronized Optional<Verdict> verdict(Card card, Pin pin) throws IOException {
        Map<String, Verdict> verdicts = load();
        EnumSet<Verdict> known = EnumSet.noneOf(Verdict.class);
        for (String name : card.namesToAsk()) {
            Optional.ofNullable(verdicts.get(key(name, pin))).ifPresent(known::add);
        }
        return Stream.of(Verdict.REFUSED, Verdict.TRIED, Verdict.ACCEPTED)
                .filter(known::contains)
                .findFirst();
    }

    /** Remembers it; when this returns, it is on the disk. */
    synchronized void remember(Card card, Pin pin, Verdict verdict) throws IOException {
        Map<String, Verdict> verdicts = load();
        boolean news = false;
        for (String name : card.namesToRemember()) {
            news |= verdict != verdicts.put(key(name, pin), verdict);
        }
        if (news) {
            save(verdicts);
        }
    }

    private Map<String, Verdict> load() throws IOException {
        Map<String, Verdict> verdicts = new TreeMap<>();
        Path file = directory.resolve(FILE);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                String[] fields = line.split(" ", -1);
                if (fields.length != 2) {
                    throw new IOException(file + " is damaged. No PIN is sent until it is removed; check first how many"
                            + " tries the SIM has left");
                }
                verdicts.put(fields[0], verdict(fields[1]));
            }
        }
        return verdicts;
    }

    private static Verdict verdict(String word) {
        try {
            return Verdict.valueOf(word);
        } catch (IllegalArgumentException e) {
            return Verdict.REFUSED;
        }
    }

    private void save(Map<String, Verdict> verdicts) throws IOException {
        Files.createDirectories(directory);
        StringBuilder text = new StringBuilder();
        verdicts.forEach(
                (key, verdict) -> text.append(key).append(' ').append(verdict).append('\n'));
        Path draft = directory.resolve(FILE + ".new");
        try (FileChannel out = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer octets = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
            while (octets.hasRemaining()) {
                out.write(octets);
            }
            out.force(true);
        }
        boolean posix = Files.getFileStore(draft).supportsFileAttributeView("posix");
        if (posix) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(draft, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (posix) {
            // The new name is on the disk only when the directory is.
            try (FileChannel dir = FileChannel.open(directory, StandardOpenOption.READ)) {
                dir.force(true);
            }
        }
    }

    private static String key(String card, Pin pin) throws IOException {
        PBEKeySpec spec =
                new PBEKeySpec(pin.digits().toCharArray(), card.getBytes(StandardCharsets.UTF_8), ITERATIONS, 128);
        try {
            return HexFormat.of()
                    .formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException("This Java has no PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
