package io.github.camelsms.listeners.smtp.camel;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends whatever it is told, good or bad. */
final class RawClient implements Closeable {

    private final Socket socket;
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
