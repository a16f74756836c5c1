package io.github.camelsms.listeners.smtp.mail;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/** Octets to text. What a mail says of its charset is believed when it can be true. */
final class TextDecoder {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private TextDecoder() {}

    /** Octets in the named charset; without one that is known, UTF-8 if they are, else Western European. */
    static String decode(byte[] octets, Optional<String> charset) {
        Optional<Charset> named = charset.flatMap(TextDecoder::find).filter(c -> !c.equals(StandardCharsets.US_ASCII));
        return named.isPresent() ? new String(octets, named.get()) : guess(octets);
    }

    private static Optional<Charset> find(String name) {
        try {
            return Optional.of(Charset.forName(MimeUtility.javaCharset(name.toLowerCase(Locale.ROOT))));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static String guess(byte[] octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(octets, WESTERN);
        }
    }
}
