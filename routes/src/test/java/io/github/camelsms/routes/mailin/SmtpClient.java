package io.github.camelsms.routes.mailin;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A client that says what it is told. */
final class SmtpClient implements Closeable {

    private final Socket socket;
    private final BufferedReader in;

    SmtpClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        answer();
        say("EHLO client.example.org");
    }

    private String answer() throws IOException {
        String line;
        do {
            line = in.readLine();
        } while (line != null && line.length() > 3 && line.charAt(3) == '-');
        return line == null ? "" : line;
    }

    String say(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return answer();
    }

    SmtpClient as(String user, String password) throws IOException {
        byte[] plain = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
        String answer = say("AUTH PLAIN " + Base64.getEncoder().encodeToString(plain));
        if (!answer.startsWith("235")) {
            throw new IOException(answer);
        }
        return this;
    }

    /** Sends a mail to one recipient, or several with {@code |} between, and gives the first answer that is no, else that to the mail. */
    String send(String recipient, String... lines) throws IOException {
        return sendFrom("jana@example.org", recipient, lines);
    }

    String sendFrom(String sender, String recipient, String... lines) throws IOException {
        String begun = say("MAIL FROM:<" + sender + ">");
        if (!begun.startsWith("250")) {
            return begun;
        }
        for (String one : recipient.split(" \\| ", -1)) {
            String agreed = say("RCPT TO:<" + one + ">");
            if (!agreed.startsWith("250")) {
                say("RSET");
                return agreed;
            }
        }
        say("DATA");
        return say(String.join("\r\n", lines) + "\r\n.");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
