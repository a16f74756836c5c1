package io.github.camelsms.sms.store;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Which reply links; what is empty does not matter. Pages go backwards in time: the next one is {@link #before} the
 * message of the last link of this one.
 *
 * @param number of the phone, with or without the plus
 * @param mailbox in capitals or not
 * @param before only links whose last message is older than this one
 * @param limit at most so many, 1 to 1000
 */
public record LinkSearch(Optional<String> number, Optional<String> mailbox, Optional<MessageId> before, int limit) {

    public LinkSearch {
        number = number.map(text -> text.strip().replaceFirst("^\\+", ""));
        mailbox = mailbox.map(text -> text.strip().toLowerCase(Locale.ROOT));
        Objects.requireNonNull(before, "before");
        if (limit < 1 || limit > Search.LARGEST_PAGE) {
            throw new IllegalArgumentException("A page has 1 to " + Search.LARGEST_PAGE + " links, not " + limit);
        }
    }

    /** The newest links, whatever they are. */
    public static LinkSearch newest(int limit) {
        return new LinkSearch(Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    public LinkSearch withNumber(String value) {
        return new LinkSearch(Optional.of(value), mailbox, before, limit);
    }

    public LinkSearch withMailbox(String value) {
        return new LinkSearch(number, Optional.of(value), before, limit);
    }

    public LinkSearch withBefore(MessageId id) {
        return new LinkSearch(number, mailbox, Optional.of(id), limit);
    }
}
