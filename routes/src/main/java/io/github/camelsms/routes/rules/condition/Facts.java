package io.github.camelsms.routes.rules.condition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a condition can know of a message, and of the world around it. */
public interface Facts {

    /**
     * The text of a field: {@code to}, {@code from}, {@code body} …, or the name of a header.
     *
     * @return empty when the message has none
     */
    Optional<String> text(String field);

    /** The texts of all headers. */
    List<String> headers();

    /** Whether the body is 8-bit data. */
    boolean isBinary();

    /** Characters of a text, octets of data. */
    int size();

    /** How many parts it takes; 0 when it cannot be split so. */
    int parts();

    /** Whether the field names somebody of ours: an account, a mailbox of our domain, a number of the list local. */
    boolean isLocal(String field);

    /** Whether exactly one reply link says where a received message belongs. */
    boolean isReply();

    /** Whether a list has the number, or a beginning of it. */
    boolean isListed(String list, String number);

    /** The words of a list. */
    List<String> words(String list);

    Instant now();
}
