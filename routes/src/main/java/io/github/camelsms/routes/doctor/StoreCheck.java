package io.github.camelsms.routes.doctor;

import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.store.Maintenance;
import io.github.camelsms.sms.store.Maintenance.Facts;
import io.github.camelsms.sms.store.Operations;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.StoreAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Whether the store can be opened by this program, and whether a gateway works on it. */
final class StoreCheck {

    private static final String NAME = "store";
    private static final String SQLITE = "jdbc:sqlite:";
    // a running gateway says so every five seconds
    private static final Duration ALIVE = Duration.ofSeconds(20);

    private StoreCheck() {}

    /** Where the file of the store is; empty for a store that is none. */
    static Optional<Path> file(String url) {
        return url.startsWith(SQLITE) && !url.startsWith(SQLITE + ":")
                ? Optional.of(Path.of(url.substring(SQLITE.length())).toAbsolutePath())
                : Optional.empty();
    }

    static Optional<Facts> facts(String url) {
        try (Maintenance store = SmsComponent.maintenance(StoreAddress.of(url))) {
            return Optional.of(store.facts());
        } catch (SmsRejectedException e) {
            return Optional.empty();
        }
    }

    static boolean isWorkedOn(Optional<Facts> facts, Instant now) {
        return facts.flatMap(Facts::seen)
                .filter(seen -> seen.plus(ALIVE).isAfter(now))
                .isPresent();
    }

    static Finding look(StoreAddress address, Instant now) {
        String url = address.url();
        if (!url.startsWith(SQLITE)) {
            return server(address);
        }
        if (file(url).filter(Files::exists).isEmpty()) {
            return url.startsWith(SQLITE + ":")
                    ? Finding.warning(NAME, "the store is in memory: all is lost with the process")
                    : Finding.ok(NAME, "there is no store at " + url + " yet: the gateway makes it");
        }
        try (Maintenance store = SmsComponent.maintenance(StoreAddress.of(url))) {
            return judge(url, store.facts(), now);
        } catch (SmsRejectedException e) {
            return Finding.failure(NAME, e.getMessage());
        }
    }

    private static Finding server(StoreAddress address) {
        try (Operations store = SmsComponent.operations(address)) {
            long messages = store.counts().toCompletableFuture().join().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            return Finding.ok(NAME, address + " can be used, it has " + messages + " messages")
                    .with(Map.of("messages", messages));
        } catch (SmsRejectedException e) {
            return Finding.failure(NAME, e.getMessage());
        } catch (CompletionException e) {
            return Finding.failure(NAME, e.getCause().getMessage());
        }
    }

    private static Finding judge(String url, Facts facts, Instant now) {
        Map<String, Object> figures =
                Map.of("format", facts.format(), "knownFormat", facts.knownFormat(), "messages", facts.messages());
        if (facts.format() > facts.knownFormat()) {
            return Finding.failure(
                            NAME,
                            url + " has format " + facts.format() + ", this program knows formats up to "
                                    + facts.knownFormat() + ": use the newer program")
                    .with(figures);
        }
        String older = facts.format() < facts.knownFormat()
                ? "; the gateway brings it to format " + facts.knownFormat() + " when it starts, make a copy before"
                : "";
        String worked = isWorkedOn(Optional.of(facts), now) ? "; a gateway works on it" : "";
        return Finding.ok(
                        NAME,
                        url + " opens, format " + facts.format() + ", " + facts.messages() + " messages accepted so far"
                                + older + worked)
                .with(figures);
    }
}
