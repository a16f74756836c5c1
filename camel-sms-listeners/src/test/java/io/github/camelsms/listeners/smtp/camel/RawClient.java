package io.github.camelsms.listeners.smtp.camel;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A client that sends whatever it is told, good or bad. */
final class RawClient implements Closeable {

    private Socket socket;
    private BufferedReader in;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /** The whole answer; empty when the server has hung up. */
    String answer() throws IOException {
        StringBuilder all = new StringBuilder();
        String line;
        do {
            line = in.readLine();
            if (line == null) {
                return "";
            }
            all.append(line).append('\n');
        } while (line.length() > 3 && line.charAt(3) == '-');
        return all.toString().stripTrailing();
    }

    void raw(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** One sign between two texts, as UTF-8 has it, half characters included. */
    void octets(String before, char sign, String after) throws IOException {
        socket.getOutputStream().write(before.getBytes(StandardCharsets.US_ASCII));
        byte[] octets = Character.isSurrogate(sign)
                ? new byte[] {
                    (byte) (0xE0 | sign >> 12), (byte) (0x80 | (sign >> 6 & 0x3F)), (byte) (0x80 | (sign & 0x3F))
                }
                : String.valueOf(sign).getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write(octets);
        raw(after);
    }

    /** Begins TLS and gives the version that was agreed. */
    String secure(SSLContext context, String version) throws IOException {
        SSLSocket secured =
                (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        secured.setEnabledProtocols(new String[] {version});
        secured.startHandshake();
        socket = secured;
        in = new BufferedReader(new InputStreamReader(secured.getInputStream(), StandardCharsets.ISO_8859_1));
        return secured.getSession().getProtocol();
    }

    String say(String line) throws IOException {
        raw(line + "\r\n");
        return answer();
    }

    /** Greets. */
    RawClient ready() throws IOException {
        answer();
        say("EHLO client.example.org");
        return this;
    }

    /** Sends a mail up to {@code DATA} and gives the answer to it. */
    String data(String recipient, String text) throws IOException {
        say("MAIL FROM:<john@example.org>");
        say("RCPT TO:<" + recipient + ">");
        String go = say("DATA");
        if (!go.startsWith("354")) {
            return go;
        }
        raw(text);
        return answer();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
