package io.github.camelsms.routes.regex;

import java.util.List;
import java.util.Optional;

/** What runs a regular expression. */
interface Engine {

    /** The first place where it fits. */
    Optional<Found> first(String text);

    /** All places, from left to right. */
    List<Found> all(String text);

    /** Whether it fits the text as a whole. */
    boolean matches(String text);

    int groups();
}
