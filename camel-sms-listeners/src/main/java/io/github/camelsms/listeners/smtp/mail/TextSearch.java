package io.github.camelsms.listeners.smtp.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks for the text of a mail: the first plain part, else the first HTML part. All else is an attachment. */
final class TextSearch {

    /** Octets of a text that are read; no short message is longer. */
    static final int MAX_TEXT = 64 * 1024;

    private static final int MAX_DEPTH = 20;
    private static final int MAX_PARTS = 100;
    private static final int MAX_NAME = 64;

    private Optional<String> plain = Optional.empty();
    private Optional<String> html = Optional.empty();
    private final List<String> attachments = new ArrayList<>();
    private int parts;

    Optional<String> text() {
        return plain.isPresent() ? plain : html.map(HtmlText::of);
    }

    List<String> attachments() {
        return attachments;
    }

    void visit(Part part) throws MessagingException, IOException {
        visit(part, 0);
    }

    private void visit(Part part, int depth) throws MessagingException, IOException {
        if (depth > MAX_DEPTH || ++parts > MAX_PARTS) {
            throw new MessagingException("a mail has at most " + MAX_PARTS + " parts, " + MAX_DEPTH + " deep");
        }
        ContentType type = type(part);
        if (type.getPrimaryType().equalsIgnoreCase("multipart")) {
            if (part.getContent() instanceof Multipart multipart) {
                for (int i = 0; i < multipart.getCount(); i++) {
                    visit(multipart.getBodyPart(i), depth + 1);
                }
            }
        } else if (isAttachment(part)) {
            attachments.add(describe(part, type));
        } else if (type.match("text/plain")) {
            String text = read(part, type);
            plain = plain.or(() -> Optional.of(text).filter(t -> !t.isBlank()));
        } else if (type.match("text/html")) {
            String text = read(part, type);
            html = html.or(() -> Optional.of(text).filter(t -> !t.isBlank()));
        } else {
            attachments.add(describe(part, type));
        }
    }

    private static ContentType type(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException e) {
            return new ContentType("text", "plain", null);
        }
    }

    private static boolean isAttachment(Part part) throws MessagingException {
        String[] disposition = part.getHeader("Content-Disposition");
        return disposition != null
                && disposition.length > 0
                && disposition[0].strip().toLowerCase(Locale.ROOT).startsWith("attachment");
    }

    private static String read(Part part, ContentType type) throws MessagingException, IOException {
        byte[] octets;
        try (InputStream in = part.getInputStream()) {
            octets = in.readNBytes(MAX_TEXT);
        }
        String text = TextDecoder.decode(octets, Optional.ofNullable(type.getParameter("charset")))
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\0", "");
        boolean flowed = type.match("text/plain") && "flowed".equalsIgnoreCase(type.getParameter("format"));
        return flowed
                ? FlowedText.of(
                        text, Optional.ofNullable(type.getParameter("delsp")).orElse("no"))
                : text;
    }

    private static String describe(Part part, ContentType type) {
        String name;
        try {
            name = Optional.ofNullable(part.getFileName()).map(OneLine::of).orElse("");
        } catch (MessagingException e) {
            name = "";
        }
        String shown = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
        return (shown.isEmpty() ? "" : shown.replace(',', ' ') + " ")
                + OneLine.of(type.getBaseType().toLowerCase(Locale.ROOT));
    }
}
