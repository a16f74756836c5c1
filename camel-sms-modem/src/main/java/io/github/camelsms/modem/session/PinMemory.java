package io.github.camelsms.modem.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    private final StateFile file;

    PinMemory(Path directory) {
        this.file = new StateFile(directory.resolve(FILE));
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
        file.load("No PIN is sent until it is removed; check first how many tries the SIM has left")
                .forEach((key, word) -> verdicts.put(key, verdict(word)));
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
        Map<String, String> words = new TreeMap<>();
        verdicts.forEach((key, verdict) -> words.put(key, verdict.name()));
        file.save(words);
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
