package io.github.camelsms.sms.account;

import io.github.camelsms.sms.address.Sender;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing that is agreed with an account or a group. Each has one written form, the same in a settings file, on the
 * command line, in the API and in the store.
 */
public enum Term {
    /** For people: 1 to 200 characters. */
    DESCRIPTION,
    /** Gateways that carry its messages where a request names none, in the order of preference. */
    GATEWAY,
    /** {@code true} or {@code false}: whether anybody can use it. */
    ACTIVE,
    /** From when on nobody can: a date, which begins in UTC, or a time with its zone. */
    EXPIRES,
    /** Parts that may be sent in a month; 0 is no limit. */
    LIMIT,
    /** Parts that may be sent in a day; 0 is no limit. */
    DAILY,
    /** What its messages may show as sender, the first being shown where a request names none; {@code *} is any. */
    SENDERS,
    /** Where it may send to, see {@link Destinations}. */
    DESTINATIONS,
    /** How many messages it may send in how long, see {@link Rate}. */
    RATE,
    /** What it may do, see {@link Role}. */
    ROLES,
    /** The mail address of whoever answers for it. */
    MAIL;

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /** Its name, such as {@code destinations}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The term of that name, if there is one. */
    public static Optional<Term> of(String word) {
        return Arrays.stream(values()).filter(term -> term.word().equals(word)).findFirst();
    }

    /**
     * The value in its one written form.
     *
     * @throws IllegalArgumentException when it is none; the text names the term
     */
    String canonical(String value) {
        try {
            return read(value.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(word() + ": " + e.getMessage(), e);
        }
    }

    private String read(String value) {
        return switch (this) {
            case DESCRIPTION -> text(value);
            case GATEWAY -> gateways(value);
            case ACTIVE -> truth(value);
            case EXPIRES -> value.isEmpty() ? "" : instant(value).toString();
            case LIMIT, DAILY -> value.isEmpty() ? "" : count(value);
            case SENDERS -> senders(value);
            case DESTINATIONS -> Destinations.parse(value).toString();
            case RATE -> value.isEmpty() ? "" : Rate.parse(value).toString();
            case ROLES -> list(value, word -> Role.of(word).word());
            case MAIL -> value.isEmpty() ? "" : mail(value);
        };
    }

    static Instant instant(String value) {
        try {
            return value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a time is written 2026-12-31 or 2026-12-31T12:00:00Z", e);
        }
    }

    static String list(String value, UnaryOperator<String> each) {
        return COMMA.splitAsStream(value)
                .filter(item -> !item.isEmpty())
                .map(each)
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static String text(String value) {
        if (value.length() > 200 || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("at most 200 characters, none of them a control character");
        }
        return value;
    }

    private static String gateways(String value) {
        return list(value, id -> {
            if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
                throw new IllegalArgumentException("ids of gateways, with commas between them");
            }
            return id;
        });
    }

    private static String truth(String value) {
        if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException("true or false");
        }
        return value;
    }

    private static String count(String value) {
        if (!value.matches("[0-9]{1,12}")) {
            throw new IllegalArgumentException("a number of parts, 0 for no limit");
        }
        return Long.toString(Long.parseLong(value));
    }

    private static String senders(String value) {
        return list(value, sender -> sender.equals("*") ? sender : new Sender(sender).value());
    }

    private static String mail(String value) {
        if (!value.matches("[^\\s@,<>]{1,64}@[^\\s@,<>]{1,250}")) {
            throw new IllegalArgumentException("a mail address such as joe@example.org");
        }
        return value;
    }
}
