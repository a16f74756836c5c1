package io.github.camelsms.sms.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which gateways may carry a message: none named means whichever asks first, one is waited for, several are a
 * preference list whose next one is tried when one refuses, is down or stays silent.
 */
public record GatewayChoice(List<String> ids) {

    /** Whichever gateway asks first. */
    public static final GatewayChoice ANY = new GatewayChoice(List.of());

    public GatewayChoice {
        ids = List.copyOf(ids);
        for (String id : ids) {
            if (id.isBlank() || id.indexOf(',') >= 0) {
                throw new IllegalArgumentException("A gateway id must not be blank and must not hold a comma");
            }
        }
    }

    /** Reads {@code us} or {@code us,eu}; blank is {@link #ANY}. */
    public static GatewayChoice parse(String list) {
        return new GatewayChoice(Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList());
    }

    /** The gateway that the message waits for now, or an empty text for any. */
    public String first() {
        return ids.isEmpty() ? "" : ids.get(0);
    }

    /** Whether another one can be tried when the first one fails. */
    public boolean hasAlternative() {
        return ids.size() > 1;
    }

    /** The list that is left when the first one has refused for good. */
    public GatewayChoice withoutFirst() {
        return new GatewayChoice(ids.subList(1, ids.size()));
    }

    /** The list with the next one in front, and the first one to be tried again after the others. */
    public GatewayChoice rotated() {
        List<String> rotated = new ArrayList<>(ids.subList(1, ids.size()));
        rotated.add(ids.get(0));
        return new GatewayChoice(rotated);
    }

    /** As it was written: {@code us,eu}. */
    public String text() {
        return String.join(",", ids);
    }
}
