package io.github.camelsms.sms.routing;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a gateway is like now, as far as the store knows.
 *
 * @param presence whether somebody serves it
 * @param waiting messages that wait for it
 * @param partsToday parts that its network has taken today
 * @param partsThisMonth parts that its network has taken this month
 * @param recipientsToday different numbers among them
 * @param known those numbers, where the gateway may reach no more of them
 * @param coolingUntil when it may be asked again after failures
 * @param measured how well it delivers
 */
public record GatewayState(
        Presence presence,
        long waiting,
        long partsToday,
        long partsThisMonth,
        long recipientsToday,
        Set<String> known,
        Optional<Instant> coolingUntil,
        Measured measured) {

    /** Whether somebody serves a gateway. */
    public enum Presence {
        SERVED,
        /** It was served in the last days. */
        DOWN,
        UNKNOWN
    }

    /** Nobody has heard of it. */
    public static final GatewayState UNKNOWN =
            new GatewayState(Presence.UNKNOWN, 0, 0, 0, 0, Set.of(), Optional.empty(), Measured.NOTHING);

    /** It is there and has done nothing yet. */
    public static final GatewayState FRESH =
            new GatewayState(Presence.SERVED, 0, 0, 0, 0, Set.of(), Optional.empty(), Measured.NOTHING);

    public GatewayState {
        Objects.requireNonNull(presence, "presence");
        known = Set.copyOf(known);
        Objects.requireNonNull(coolingUntil, "coolingUntil");
        Objects.requireNonNull(measured, "measured");
    }

    public GatewayState withPresence(Presence other) {
        return new GatewayState(
                other, waiting, partsToday, partsThisMonth, recipientsToday, known, coolingUntil, measured);
    }
}
