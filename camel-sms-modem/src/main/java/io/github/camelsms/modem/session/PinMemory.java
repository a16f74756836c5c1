package io.github.camelsms.modem.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final String DAMAGED =
            "No PIN is sent until it is removed; check first how many tries the SIM has left";

    private final StateFile file;

    PinMemory(Path directory) {
        this.file = new StateFile(directory.resolve(FILE));
    }

    /** What is known of this PIN on this card; a refusal outweighs the rest. */
    Optional<Verdict> verdict(Card card, Pin pin) throws IOException {
        Map<String, String> words = file.load(DAMAGED);
        EnumSet<Verdict> known = EnumSet.noneOf(Verdict.class);
        for (String name : card.namesToAsk()) {
            Optional.ofNullable(words.get(key(name, pin)))
                    .map(PinMemory::verdict)
                    .ifPresent(known::add);
        }
        return Stream.of(Verdict.REFUSED, Verdict.TRIED, Verdict.ACCEPTED)
                .filter(known::contains)
                .findFirst();
    }

    /** Remembers it; when this returns, it is on the disk. */
    void remember(Card card, Pin pin, Verdict verdict) throws IOException {
        List<String> keys = new ArrayList<>();
        for (String name : card.namesToRemember()) {
            keys.add(key(name, pin));
        }
        file.change(DAMAGED, words -> {
            boolean news = false;
            for (String key : keys) {
                news |= !verdict.name().equals(words.put(key, verdict.name()));
            }
            return news;
        });
    }

    private static Verdict verdict(String word) {
        try {
            return Verdict.valueOf(word);
        } catch (IllegalArgumentException e) {
            return Verdict.REFUSED;
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
