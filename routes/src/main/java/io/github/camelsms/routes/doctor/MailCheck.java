package io.github.camelsms.routes.doctor;

import io.github.camelsms.routes.settings.MailSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether mail gets away: the server answers the telephone, or the folder can be written. */
final class MailCheck {

    private static final String NAME = "mail";
    private static final int MILLIS = 5_000;
    private static final int SMTP = 25;
    private static final int SMTPS = 465;

    private MailCheck() {}

    static Finding look(MailSettings mail) {
        return mail.smtp().map(MailCheck::server).orElseGet(() -> folder(mail.folder()));
    }

    private static Finding server(URI smtp) {
        boolean secure = smtp.getScheme().equals("smtps");
        int standard = secure ? SMTPS : SMTP;
        int port = smtp.getPort() < 0 ? standard : smtp.getPort();
        String where = smtp.getHost() + ":" + port;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(smtp.getHost(), port), MILLIS);
            socket.setSoTimeout(MILLIS);
            if (!secure && !greets(socket)) {
                return Finding.failure(
                        NAME, "what listens at " + where + " is no mail server: it does not greet with 220");
            }
            return Finding.ok(NAME, "the mail server " + where + " answers");
        } catch (IOException e) {
            return Finding.failure(
                    NAME, "the mail server " + where + " does not answer: " + e.getMessage() + "; see sms.mail.smtp");
        }
    }

    /** RFC 5321, 4.2: 220, and the code of three digits comes first. */
    private static boolean greets(Socket socket) throws IOException {
        byte[] code = socket.getInputStream().readNBytes(3);
        return code.length == 3 && code[0] == '2' && code[1] == '2' && code[2] == '0';
    }

    private static Finding folder(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.isDirectory(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.isWritable(there)
                ? Finding.ok(NAME, "no mail server is set: mails are written as files to " + folder)
                : Finding.failure(NAME, "mails cannot be written to " + folder + "; see sms.mail.folder");
    }
}
