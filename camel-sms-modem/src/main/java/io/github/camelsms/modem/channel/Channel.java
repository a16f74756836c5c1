package io.github.camelsms.modem.channel;

import java.io.Closeable;
import java.io.IOException;

/**
 * An open line to a modem. One thread reads, any other may write or close; closing ends a read that is waiting.
 *
 * <p>Loss of the line is told by {@link #read} (a negative count or an {@link IOException}) or by {@link #write}.
 * Nothing else tells it: drivers go on saying "open" for a while after the cable was pulled.
 */
public interface Channel extends Closeable {

    /**
     * Waits for octets.
     *
     * @return how many octets of {@code buffer} were filled, at least 1; negative when the line is gone
     */
    int read(byte[] buffer) throws IOException;

    /** Writes all octets, or fails. */
    void write(byte[] octets) throws IOException;

    @Override
    void close();
}
