package io.github.camelsms.routes.doctor;

import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.store.Maintenance.Facts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All checks, in the order in which a gateway would stumble. */
public final class Doctor {

    private static final int OLDEST_JAVA = 17;
    private static final long SMALL_HEAP = 128;
    private static final long MEBIBYTE = 1 << 20;

    private Doctor() {}

    /** What there is to say of this machine, also without settings. */
    public static Finding java() {
        int version = Runtime.version().feature();
        long heap = Runtime.getRuntime().maxMemory() / MEBIBYTE;
        String text = "Java " + Runtime.version() + ", " + heap + " MiB heap, "
                + Runtime.getRuntime().availableProcessors() + " processors";
        Map<String, Object> figures = Map.of("version", version, "heapMebibytes", heap);
        if (version < OLDEST_JAVA) {
            return Finding.failure("java", text + ": Java " + OLDEST_JAVA + " or newer is needed")
                    .with(figures);
        }
        return (heap < SMALL_HEAP
                        ? Finding.warning("java", text + ": give it " + SMALL_HEAP + " MiB or more (-Xmx)")
                        : Finding.ok("java", text))
                .with(figures);
    }

    /** Settings that cannot be used. */
    public static Finding wrongSettings(String reason) {
        return Finding.failure("settings", reason);
    }

    /** @param routeFiles route files of the operator */
    public static List<Finding> examine(Settings settings, List<Path> routeFiles, Clock clock) {
        List<Finding> findings = new ArrayList<>();
        settings.warnings().forEach(warning -> findings.add(Finding.warning("settings", warning)));
        if (findings.isEmpty()) {
            findings.add(Finding.ok("settings", "all settings are known and can be used"));
        }
        StoreCheck.file(settings.storeUrl()).ifPresent(file -> findings.addAll(DiskCheck.look(file.getParent())));
        findings.add(StoreCheck.look(settings.store(), clock.instant()));
        Optional<Facts> facts = StoreCheck.facts(settings.storeUrl());
        findings.add(ListenerCheck.look(settings.http(), StoreCheck.isWorkedOn(facts, clock.instant())));
        findings.addAll(SmtpCheck.look(
                settings.mailIn().smtp(), StoreCheck.isWorkedOn(facts, clock.instant()), clock.instant()));
        findings.add(MailCheck.look(settings.mail()));
        findings.addAll(ModemCheck.look(routeFiles, settings.properties()));
        return findings;
    }
}
