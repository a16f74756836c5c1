package io.github.camelsms.listeners.smtp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of addresses such as {@code 10.0.0.0/8}, {@code fd00::/8} or {@code 192.0.2.7} (RFC 4632).
 *
 * @param address the first one
 * @param prefix number of leading bits that count
 */
public record Network(InetAddress address, int prefix) {

    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    public Network {
        if (prefix < 0 || prefix > address.getAddress().length * 8) {
            throw new IllegalArgumentException("a prefix is 0 to 32, or 128 for IPv6, not " + prefix);
        }
    }

    /**
     * Reads one; names are not looked up.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Network parse(String written) {
        String text = written.strip();
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        if (!IPV4.matcher(host).matches() && !IPV6.matcher(host).matches()) {
            throw bad(text);
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            int prefix = slash < 0 ? address.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1));
            return new Network(address, prefix);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException(bad(text).getMessage(), e);
        }
    }

    /** Whether an address is in it. */
    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] its = other.getAddress();
        if (mine.length != its.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((mine[bit / 8] & mask) != (its[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static IllegalArgumentException bad(String text) {
        return new IllegalArgumentException("an address or a range is written 192.0.2.7 or 10.0.0.0/8, not " + text);
    }
}
