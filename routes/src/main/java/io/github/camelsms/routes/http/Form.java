package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.util.Locale;

/** The body of a request that is a form. */
final class Form {

    private static final String TYPE = "application/x-www-form-urlencoded";

    private Form() {}

    /** The octets of the form; empty when there is no body. */
    static byte[] of(HttpCall call) throws RefusedException {
        if (!call.method().equals("POST") || call.body().length == 0) {
            return new byte[0];
        }
        String[] type =
                call.field("content-type").orElse("").toLowerCase(Locale.ROOT).split(";", 2);
        boolean utf8 = type.length == 1 || isUtf8(type[1]);
        if (!type[0].strip().equals(TYPE) || !utf8) {
            throw Refusal.UNSUPPORTED_MEDIA_TYPE.because("the body has to be " + TYPE + " in UTF-8");
        }
        return call.body();
    }

    private static boolean isUtf8(String parameters) {
        String bare = parameters.replace("\"", "").replace(" ", "");
        return !bare.contains("charset=")
                || bare.contains("charset=utf-8")
                || bare.contains("charset=utf8")
                || bare.contains("charset=us-ascii");
    }
}
