package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.store.GatewayChoice;
import io.github.camelsms.sms.store.Subscription;
import io.github.camelsms.sms.store.UncertainPolicy;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Options of an endpoint, checked, once and for all. */
record SmsSettings(
        Optional<String> gateway,
        GatewayChoice choice,
        OptionalInt maxParts,
        Optional<String> sender,
        Optional<String> reply,
        Duration linkExpiry,
        Duration expiry,
        int concurrency,
        Backoff retry,
        Optional<Subscription> subscription,
        UncertainPolicy onUncertain) {

    static final int MOST_PARTS = 128;

    SmsSettings {
        if (maxParts.isPresent() && (maxParts.getAsInt() < 1 || maxParts.getAsInt() > MOST_PARTS)) {
            throw new IllegalArgumentException("maxmsgs is 1 to " + MOST_PARTS + ", not " + maxParts.getAsInt());
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency is 1 or more, not " + concurrency);
        }
        if (expiry.isNegative() || expiry.isZero()) {
            throw new IllegalArgumentException("expiry must be longer than nothing, not " + expiry);
        }
    }

    static SmsSettings of(SmsConfiguration configuration) {
        return new SmsSettings(
                text(configuration.getGateway()),
                GatewayChoice.parse(text(configuration.getId()).orElse("")),
                configuration.getMaxmsgs() == null ? OptionalInt.empty() : OptionalInt.of(configuration.getMaxmsgs()),
                text(configuration.getSender()),
                text(configuration.getReply()),
                Duration.ofMillis(configuration.getLinkExpiry()),
                Duration.ofMillis(configuration.getExpiry()),
                configuration.getConcurrency(),
                new Backoff(
                        Duration.ofMillis(configuration.getRetryDelay()),
                        Duration.ofMillis(configuration.getMaxRetryDelay())),
                subscription(configuration),
                configuration.getOnUncertain());
    }

    private static Optional<Subscription> subscription(SmsConfiguration configuration) {
        Optional<Set<String>> states = text(configuration.getStates())
                .map(list -> Set.of(list.toUpperCase(Locale.ROOT).split("\\s*,\\s*", -1)));
        Optional<String> name = text(configuration.getSubscription());
        if (name.isPresent() != states.isPresent()) {
            throw new IllegalArgumentException("subscription and states stand together, such as"
                    + " sms:reports?subscription=mail&states=DELAYED,EXPIRED");
        }
        return name.map(value -> new Subscription(value, states.orElseThrow()));
    }

    String requireGateway(String what) {
        return gateway.orElseThrow(
                () -> new IllegalArgumentException(what + " needs the option gateway: the id of the gateway"));
    }

    private static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
