package io.github.camelsms.modem.channel;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Writes what goes over a line to a trace, line by line. PINs, PDUs and phone numbers are masked: a trace is made to be
 * sent to somebody else.
 */
public final class TracingChannel implements Channel {

    private static final int LONGEST_LINE = 2048;
    private static final Pattern PIN = Pattern.compile("(?i)(\\+C(?:PIN2?|LCK|PWD)=).*");
    private static final Pattern PDU = Pattern.compile("(?i)\\b([0-9A-F]{6})[0-9A-F]{8,}");
    private static final Pattern NUMBER = Pattern.compile("(\\+?\\d{3})\\d{3,}(\\d{2})");

    private final Channel channel;
    private final Consumer<String> trace;
    private final StringBuilder received = new StringBuilder();

    public TracingChannel(Channel channel, Consumer<String> trace) {
        this.channel = channel;
        this.trace = trace;
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        int count = channel.read(buffer);
        for (int i = 0; i < count; i++) {
            char c = (char) (buffer[i] & 0xFF);
            boolean lineEnd = c == '\r' || c == '\n';
            if (!lineEnd) {
                received.append(printable(c));
            }
            if (lineEnd || received.length() >= LONGEST_LINE || "> ".contentEquals(received)) {
                flush();
            }
        }
        if (count < 0) {
            flush();
            trace.accept("-- line lost");
        }
        return count;
    }

    private void flush() {
        if (received.length() > 0) {
            trace.accept("<- " + masked(received.toString()));
            received.setLength(0);
        }
    }

    @Override
    public void write(byte[] octets) throws IOException {
        StringBuilder sent = new StringBuilder(octets.length);
        for (byte octet : octets) {
            sent.append(printable((char) (octet & 0xFF)));
        }
        trace.accept("-> " + masked(sent.toString()));
        channel.write(octets);
    }

    @Override
    public void close() {
        trace.accept("-- closed");
        channel.close();
    }

    static String masked(String line) {
        String pinless = PIN.matcher(line).replaceAll("$1***");
        String pduless = PDU.matcher(pinless).replaceAll("$1…");
        return NUMBER.matcher(pduless).replaceAll("$1…$2");
    }

    private static String printable(char c) {
        return switch (c) {
            case '\r' -> "<CR>";
            case '\n' -> "<LF>";
            case 0x1A -> "<CTRL-Z>";
            case 0x1B -> "<ESC>";
            default -> c < ' ' || c > '~' ? String.format("<%02X>", (int) c) : String.valueOf(c);
        };
    }
}
