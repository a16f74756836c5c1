package io.github.camelsms.routes.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends octets as they are to an HTTP server and reads what comes back until it closes or has answered. */
public final class RawHttp {

    private static final int TIMEOUT_MILLIS = 10_000;

    private RawHttp() {}

    /** A whole answer: status line, header fields, body. */
    public record Reply(String text) {

        public int status() {
            return text.startsWith("HTTP/1.") ? Integer.parseInt(text.substring(9, 12)) : 0;
        }

        public String body() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? "" : text.substring(end + 4);
        }

        public String head() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? text : text.substring(0, end);
        }
    }

    public static Reply get(InetSocketAddress server, String target) throws IOException {
        return get(server, target, "");
    }

    /** @param fields more header fields, each ended by CR LF */
    public static Reply get(InetSocketAddress server, String target, String fields) throws IOException {
        String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + fields + "\r\n";
        return ask(server, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    public static Reply post(InetSocketAddress server, String target, String type, byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "Content-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return ask(server, request.toByteArray());
    }

    public static Reply send(InetSocketAddress server, String latin1) throws IOException {
        return send(server, latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The same, and the client goes on reading when it has said all: a half-closed connection. */
    public static Reply send(InetSocketAddress server, byte[] octets) throws IOException {
        return send(server, octets, Ending.HALF_CLOSED);
    }

    private enum Ending {
        HALF_CLOSED,
        OPEN
    }

    /** A well-formed request whose client leaves the connection to the server. */
    public static Reply ask(InetSocketAddress server, byte[] octets) throws IOException {
        return send(server, octets, Ending.OPEN);
    }

    private static Reply send(InetSocketAddress server, byte[] octets, Ending ending) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(server, TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            ByteArrayOutputStream reply = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(octets);
                if (ending == Ending.HALF_CLOSED) {
                    socket.shutdownOutput();
                }
                InputStream in = socket.getInputStream();
                in.transferTo(reply);
            } catch (IOException e) {
                // the server may close while we still write: what it said before counts
                if (reply.size() == 0) {
                    socket.getInputStream().transferTo(reply);
                }
            }
            return new Reply(reply.toString(StandardCharsets.UTF_8));
        }
    }
}
