package io.github.camelsms.sms.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What an account may do. */
public enum Role {
    /** Send messages. */
    SEND,
    /** See and cancel its own messages. */
    READ,
    /** See what was received, which belongs to no account. */
    INCOMING,
    /** See everybody's messages, stop and resume sending. */
    OPERATOR,
    /** Change accounts, and everything else. */
    ADMIN;

    /** What an account may do that names no roles. */
    public static final Set<Role> STANDARD = Set.of(SEND, READ);

    /** As it is written, such as {@code send}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such role */
    static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "roles are " + Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "))));
    }
}
