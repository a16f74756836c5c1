package io.github.camelsms.routes.account;

import io.github.camelsms.routes.recent.RecentMap;
import io.github.camelsms.routes.webhook.WebhookClient;
import io.github.camelsms.sms.camel.SmsConstants;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people that something looks wrong: in the log, as a count, and where it was asked for by a webhook and a short
 * message. The same about the same is told once an hour.
 */
public final class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final Duration QUIET = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final BiConsumer<String, String> sinks;
    private final AlarmCounter counter;
    private final Map<String, Instant> told = new RecentMap<>(MOST);

    /** Counts alarms by their kind. */
    @FunctionalInterface
    public interface AlarmCounter {
        void count(String kind);
    }

    /**
     * @param sinks told the kind and the text of an alarm, and return at once
     */
    Alarms(BiConsumer<String, String> sinks, AlarmCounter counter, Clock clock) {
        this.sinks = sinks;
        this.counter = counter;
        this.clock = clock;
    }

    /**
     * @param kind such as {@code fraud-recipient}
     * @param about what makes two of a kind the same
     * @param text for a person; no whole number, no message text
     */
    void raise(String kind, String about, String text) {
        counter.count(kind);
        Instant now = clock.instant();
        synchronized (told) {
            Instant last = told.remove(kind + " " + about);
            boolean again = last != null && now.isBefore(last.plus(QUIET));
            told.put(kind + " " + about, again ? last : now);
            if (again) {
                return;
            }
        }
        LOG.warn("alarm {}: {}", kind, text);
        sinks.accept(kind, text);
    }

    /** A webhook that is told of alarms. */
    static BiConsumer<String, String> webhook(Optional<URI> url, WebhookClient client, Clock clock) {
        return (kind, text) -> url.ifPresent(to -> {
            String id = UUID.randomUUID().toString();
            var unused = client.post(
                            to,
                            id,
                            Map.of(
                                    "event",
                                    "alarm",
                                    "alarm",
                                    kind,
                                    "text",
                                    text,
                                    "at",
                                    clock.instant().toString()))
                    .whenComplete((status, failure) -> {
                        if (failure != null || status / 100 != 2) {
                            LOG.warn("The alarm webhook has not taken an alarm");
                        }
                    });
        });
    }

    /** A phone that is told of alarms; nobody is charged for it. */
    static BiConsumer<String, String> phone(Optional<String> number, ProducerTemplate producer) {
        return (kind, text) -> number.ifPresent(to -> {
            var unused = producer.asyncRequestBodyAndHeaders(
                    "sms:outgoing",
                    "Alarm " + kind + ": " + text,
                    Map.of(SmsConstants.TO, to, SmsConstants.PRIORITY, 3, SmsConstants.MAX_PARTS, 1));
        });
    }
}
