package io.github.camelsms.sms.store;

import java.util.regex.Pattern;

/**
 * Identity of a message: 26 characters of Crockford's base 32, the first ten of which are the time in milliseconds, so
 * that identities sort by time. It never changes and is never used again.
 */
public record MessageId(String value) implements Comparable<MessageId> {

    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");

    public MessageId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A message id is 26 characters 0-9 A-Z without I, L, O and U");
        }
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
