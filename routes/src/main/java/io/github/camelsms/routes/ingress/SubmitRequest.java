package io.github.camelsms.routes.ingress;

import io.github.camelsms.sms.address.PhoneNumber;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to send one message to one or more phones, as any ingress makes it from its own protocol.
 *
 * @param to who gets it, 1 to {@value #MOST_RECIPIENTS}
 * @param payload text or octets
 * @param options what else is asked for
 */
public record SubmitRequest(List<PhoneNumber> to, Payload payload, Map<Option, Object> options) {

    /** The most that one request may name. */
    public static final int MOST_RECIPIENTS = 1000;

    public SubmitRequest {
        to = List.copyOf(to);
        options = Map.copyOf(options);
        if (to.isEmpty() || to.size() > MOST_RECIPIENTS) {
            throw new IllegalArgumentException("a request names 1 to " + MOST_RECIPIENTS + " recipients");
        }
        options.forEach((option, value) -> {
            if (!option.holds(value)) {
                throw new IllegalArgumentException(
                        option + " cannot be a " + value.getClass().getSimpleName());
            }
        });
    }

    /** A request without options. */
    public static SubmitRequest of(List<PhoneNumber> to, Payload payload) {
        return new SubmitRequest(to, payload, Map.of());
    }

    /** The same with an option, where there is a value for it. */
    public SubmitRequest with(Option option, Optional<?> value) {
        if (value.isEmpty()) {
            return this;
        }
        Map<Option, Object> more = new EnumMap<>(Option.class);
        more.putAll(options);
        more.put(option, value.get());
        return new SubmitRequest(to, payload, more);
    }

    /** The same with an option. */
    public SubmitRequest with(Option option, Object value) {
        return with(option, Optional.of(value));
    }

    /** What was asked for, if it was. */
    public Optional<Object> option(Option option) {
        return Optional.ofNullable(options.get(option));
    }
}
