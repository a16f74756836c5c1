package io.github.camelsms.routes.pdu;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads lines of UTF-8 of bounded length, and knows whether more input is there already. */
final class LineReader {

    private static final int MAX_LENGTH = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private byte[] line = new byte[1024];
    private int length;
    private long number;

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER);
    }

    /** The next line, also one that the input ends in; empty at the end. */
    Optional<Line> next() throws IOException {
        length = 0;
        boolean tooLong = false;
        int octet = in.read();
        if (octet < 0) {
            return Optional.empty();
        }
        for (; octet >= 0 && octet != '\n'; octet = in.read()) {
            if (length < MAX_LENGTH) {
                append((byte) octet);
            } else {
                tooLong = true;
            }
        }
        number++;
        return Optional.of(tooLong ? bad("the line has more than " + MAX_LENGTH + " octets") : decoded());
    }

    /** Whether the next line can be read, or at least begun, without waiting. */
    boolean isReady() throws IOException {
        return in.available() > 0;
    }

    private void append(byte octet) {
        if (length == line.length) {
            line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = octet;
    }

    private Line decoded() {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, end))
                    .toString();
            return new Line(number, text, Optional.empty());
        } catch (CharacterCodingException e) {
            return bad("the line is no UTF-8");
        }
    }

    private Line bad(String problem) {
        return new Line(number, "", Optional.of(problem));
    }
}
