package io.github.camelsms.routes.rules.condition;

/** Something that holds for a message, or does not. */
@FunctionalInterface
public interface Condition {

    boolean holds(Facts facts);

    default Condition negated() {
        return facts -> !holds(facts);
    }

    default Condition and(Condition other) {
        return facts -> holds(facts) && other.holds(facts);
    }

    default Condition or(Condition other) {
        return facts -> holds(facts) || other.holds(facts);
    }
}
