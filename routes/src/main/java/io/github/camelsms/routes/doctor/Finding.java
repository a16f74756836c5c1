package io.github.camelsms.routes.doctor;

import java.util.Map;
import java.util.Objects;

/**
 * What one check has found.
 *
 * @param name of the check, stable
 * @param level how bad it is
 * @param text what was found, and what to do when it is not well
 * @param figures what was measured, by name
 */
public record Finding(String name, Level level, String text, Map<String, Object> figures) {

    /** How bad a finding is. */
    public enum Level {
        OK,
        /** A gateway runs, but not as the operator may think. */
        WARNING,
        /** A gateway does not run, or loses what it promises to keep. */
        FAILURE
    }

    public Finding {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(text, "text");
        figures = Map.copyOf(figures);
    }

    static Finding ok(String name, String text) {
        return new Finding(name, Level.OK, text, Map.of());
    }

    static Finding warning(String name, String text) {
        return new Finding(name, Level.WARNING, text, Map.of());
    }

    static Finding failure(String name, String text) {
        return new Finding(name, Level.FAILURE, text, Map.of());
    }

    Finding with(Map<String, Object> measured) {
        return new Finding(name, level, text, measured);
    }
}
