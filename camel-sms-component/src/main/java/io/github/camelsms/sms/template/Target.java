package io.github.camelsms.sms.template;

import java.nio.charset.StandardCharsets;

/** Where a template's text goes, which decides how values are encoded. */
public enum Target {
    /** A URL, or a form: everything but unreserved characters is percent-encoded (RFC 3986, 2.1 and 2.3). */
    URL {
        @Override
        String encode(String value) {
            return encode(value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        String encode(byte[] octets) {
            StringBuilder out = new StringBuilder(octets.length * 3);
            for (byte octet : octets) {
                if (isUnreserved(octet)) {
                    out.append((char) octet);
                } else {
                    out.append('%').append(HEX.charAt(octet >> 4 & 0xF)).append(HEX.charAt(octet & 0xF));
                }
            }
            return out.toString();
        }
    },

    /** Between the quotation marks of a JSON string (RFC 8259, 7). */
    JSON {
        @Override
        String encode(String value) {
            StringBuilder out = new StringBuilder(value.length() + 16);
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '"' || c == '\\') {
                    out.append('\\').append(c);
                } else if (c < ' ' || c == 0x7F || c == '\u2028' || c == '\u2029') {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
            return out.toString();
        }
    },

    /** Character data or an attribute of XML; controls that XML cannot hold are left out. */
    XML {
        @Override
        String encode(String value) {
            StringBuilder out = new StringBuilder(value.length() + 16);
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                switch (c) {
                    case '&' -> out.append("&amp;");
                    case '<' -> out.append("&lt;");
                    case '>' -> out.append("&gt;");
                    case '"' -> out.append("&quot;");
                    case '\'' -> out.append("&apos;");
                    case '\t', '\n', '\r' -> out.append("&#").append((int) c).append(';');
                    default -> {
                        if (c >= ' ') {
                            out.append(c);
                        }
                    }
                }
            }
            return out.toString();
        }
    },

    /** Text for a person, or for a program that takes it as it is. */
    TEXT {
        @Override
        String encode(String value) {
            return value;
        }
    },

    /** A header field of HTTP: printable ASCII as it is, nothing else (RFC 9110, 5.5). */
    HEADER {
        @Override
        String encode(String value) {
            if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
                throw new IllegalArgumentException("a header field takes printable ASCII only");
            }
            return value;
        }
    };

    private static final String HEX = "0123456789ABCDEF";

    abstract String encode(String value);

    /** Octets as they are; only a URL has a way to say them. */
    String encode(byte[] octets) {
        throw new IllegalArgumentException("octets stand only in URLs as they are; add ;hex or ;b64");
    }

    private static boolean isUnreserved(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || "-._~".indexOf(octet) >= 0;
    }
}
