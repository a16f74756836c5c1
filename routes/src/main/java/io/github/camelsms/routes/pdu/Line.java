package io.github.camelsms.routes.pdu;

import java.util.Optional;

/**
 * A line of input.
 *
 * @param number from 1
 * @param text without its end; empty where the line cannot be used
 * @param problem why it cannot be used
 */
record Line(long number, String text, Optional<String> problem) {}
