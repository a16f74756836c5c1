package io.github.camelsms.routes.mail;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server (RFC 5321) that tells what it was given, envelope too, and refuses what it is told to. */
public final class MailServer implements AutoCloseable {

    /**
     * What was given.
     *
     * @param from between the angle brackets of MAIL FROM
     * @param octets as they came, one char an octet
     */
    public record Mail(String from, String to, String octets) {

        public MimeMessage parsed() throws Exception {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(octets.getBytes(StandardCharsets.ISO_8859_1)));
        }

        public String id() throws Exception {
            return parsed().getMessageID();
        }
    }

    private final ServerSocket socket;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    /** What DATA is answered with when nothing is wrong; a crash of the client is not to know whether it arrived. */
    private volatile String answer = "250 2.0.0 taken";

    private MailServer(int port) throws IOException {
        socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        new Thread(this::serve, "mail-server").start();
    }

    public static MailServer start() throws IOException {
        return new MailServer(0);
    }

    /** One that comes up where another one was. */
    public static MailServer startAt(int port) throws IOException {
        return new MailServer(port);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** Answers 550 to this recipient. */
    public void refuse(String mailbox) {
        unknown.add(mailbox);
    }

    /** Answers this to a mail that it has kept. */
    public void answer(String line) {
        answer = line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                new Thread(() -> talk(client), "mail-client").start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                OutputStream out = client.getOutputStream();
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            say(out, "220 test ESMTP");
            String from = "";
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(java.util.Locale.ROOT);
                switch (verb) {
                    case "MAIL" -> {
                        from = path(line);
                        say(out, "250 ok");
                    }
                    case "RCPT" -> {
                        to = path(line);
                        say(out, unknown.contains(to) ? "550 5.1.1 there is no such mailbox" : "250 ok");
                    }
                    case "DATA" -> {
                        say(out, "354 go");
                        mails.add(new Mail(from, to, data(in)));
                        say(out, answer);
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return mail.toString();
    }

    private static String path(String line) {
        return line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
