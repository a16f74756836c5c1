package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.util.Base64;

/** Octets that come as base64 (RFC 4648, 4) in a parameter. */
public final class Base64Parameter {

    private Base64Parameter() {}

    /**
     * @param text a plus that was not encoded has become a blank on the way
     */
    public static byte[] decode(String text, Refusal refusal, String explanation) throws RefusedException {
        try {
            return Base64.getDecoder().decode(text.replace(' ', '+'));
        } catch (IllegalArgumentException e) {
            throw refusal.because(explanation);
        }
    }
}
