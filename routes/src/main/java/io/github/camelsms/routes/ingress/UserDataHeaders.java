package io.github.camelsms.routes.ingress;

import java.util.Arrays;
import java.util.HexFormat;

/** User data headers (3GPP TS 23.040, 9.2.3.24) as clients write them: octets, with or without the length octet. */
public final class UserDataHeaders {

    private static final int MOST_OCTETS = 139;

    private UserDataHeaders() {}

    /** Elements without the length octet of the whole, as hex. */
    public static String elements(byte[] octets) throws RefusedException {
        if (!isElements(octets)) {
            throw bad("the lengths in udh do not fit: identifier, length and data of each element,"
                    + " without the length of the whole");
        }
        return hex(octets);
    }

    /** A whole header, with the length octet in front. */
    public static String whole(byte[] octets) throws RefusedException {
        if (!hasLength(octets)) {
            throw bad("the user data header begins with the length of what follows, and the lengths in it have to fit");
        }
        return hex(Arrays.copyOfRange(octets, 1, octets.length));
    }

    /** A header that may have its length octet in front; where both can be meant, it has. */
    public static String either(byte[] octets) throws RefusedException {
        return hasLength(octets) ? whole(octets) : elements(octets);
    }

    private static boolean hasLength(byte[] octets) {
        return octets.length > 1
                && (octets[0] & 0xFF) == octets.length - 1
                && isElements(Arrays.copyOfRange(octets, 1, octets.length));
    }

    private static boolean isElements(byte[] octets) {
        int next = 0;
        while (next + 1 < octets.length) {
            next += 2 + (octets[next + 1] & 0xFF);
        }
        return next == octets.length && octets.length > 0 && octets.length <= MOST_OCTETS;
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().withUpperCase().formatHex(octets);
    }

    private static RefusedException bad(String explanation) {
        return Refusal.BAD_UDH.because(explanation);
    }
}
