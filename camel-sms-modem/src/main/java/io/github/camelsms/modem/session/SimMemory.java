package io.github.camelsms.modem.session;

import io.github.camelsms.modem.channel.DeviceAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Remembers on disk which card was in which device. Holds hashes of their numbers, not the numbers. */
final class SimMemory {

    private static final String DAMAGED = "Remove it when the right cards are in the modems";

    private final StateFile file;

    SimMemory(Path directory) {
        this.file = new StateFile(directory.resolve("sims"));
    }

    /** Whether another card was in this device before. A modem that tells no number of its card has no other. */
    boolean isAnother(DeviceAddress device, Identity identity) throws IOException {
        Map<String, String> known = file.load(DAMAGED);
        Optional<Boolean> card = differs(known.get(device + "/iccid"), identity.iccid());
        // One card may show several subscribers, so these count only where the card has no number.
        return card.or(() -> differs(known.get(device + "/imsi"), identity.imsi()))
                .orElse(false);
    }

    private static Optional<Boolean> differs(String before, Optional<String> now) {
        return before == null
                ? Optional.empty()
                : now.map(number -> !hash(number).equals(before));
    }

    /** Remembers the card; when this returns, it is on the disk. */
    void remember(DeviceAddress device, Identity identity) throws IOException {
        file.change(DAMAGED, known -> {
            Map<String, String> before = Map.copyOf(known);
            identity.iccid().ifPresent(number -> known.put(device + "/iccid", hash(number)));
            identity.imsi().ifPresent(number -> known.put(device + "/imsi", hash(number)));
            return !known.equals(before);
        });
    }

    private static String hash(String number) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
