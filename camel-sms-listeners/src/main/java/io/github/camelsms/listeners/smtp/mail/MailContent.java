package io.github.camelsms.listeners.smtp.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a mail says (RFC 5322, RFC 2045), decoded.
 *
 * @param subject one line, empty when there is none
 * @param from the mailbox in {@code From:}, without the name; anybody can write anything there
 * @param text of the plain part, else of the HTML part; at most 64 KiB
 * @param attachments what was left out, a description of each
 * @param options the values of {@code X-EMG-Option-…} fields by the names in upper case
 * @param urgency {@code X-Priority}, from 1 (highest) to 5
 * @param messageId {@code Message-ID}
 * @param origin whether a person wrote it
 * @param size of all of the mail, in octets
 */
public record MailContent(
        String subject,
        Optional<String> from,
        Optional<String> text,
        List<String> attachments,
        Map<String, String> options,
        OptionalInt urgency,
        Optional<String> messageId,
        Origin origin,
        int size) {

    /** Who has written a mail; one that is not of a person is never answered by a machine (RFC 3834, 2). */
    public enum Origin {
        PERSON,
        /** A program or a list, as the mail itself says. */
        MACHINE
    }

    private static final String OPTION = "x-emg-option-";

    public MailContent {
        attachments = List.copyOf(attachments);
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /**
     * Reads a mail.
     *
     * @throws UnreadableMailException when its structure is broken or too deep
     */
    public static MailContent read(byte[] mail) throws UnreadableMailException {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            TextSearch search = new TextSearch();
            search.visit(message);
            return new MailContent(
                    first(message, "Subject").orElse(""),
                    first(message, "From").flatMap(MailContent::mailbox),
                    search.text().map(String::strip).filter(text -> !text.isEmpty()),
                    search.attachments(),
                    options(message),
                    urgency(message),
                    first(message, "Message-ID").filter(id -> !id.isEmpty()),
                    origin(message),
                    mail.length);
        } catch (MessagingException | IOException | RuntimeException e) {
            throw new UnreadableMailException("the structure of the mail is broken", e);
        }
    }

    /** The same with a {@code Message-ID}; one that has none is told from others by its octets. */
    public MailContent identifiedBy(byte[] mail) {
        String identity = messageId.orElseGet(() -> MailKey.of("", "", "", mail));
        return new MailContent(subject, from, text, attachments, options, urgency, Optional.of(identity), origin, size);
    }

    private static Origin origin(MimeMessage message) throws MessagingException {
        String submitted = first(message, "Auto-Submitted").orElse("no").toLowerCase(Locale.ROOT);
        String precedence = first(message, "Precedence").orElse("").toLowerCase(Locale.ROOT);
        boolean ofList = message.getHeader("List-Id") != null
                || List.of("bulk", "list", "junk").contains(precedence);
        return submitted.matches("no\\b.*") && !ofList ? Origin.PERSON : Origin.MACHINE;
    }

    private static Optional<String> first(MimeMessage message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null || values.length == 0 ? Optional.empty() : Optional.of(OneLine.of(values[0]));
    }

    private static Optional<String> mailbox(String from) {
        try {
            InternetAddress[] addresses = InternetAddress.parseHeader(from, false);
            return addresses.length == 0
                    ? Optional.empty()
                    : Optional.ofNullable(addresses[0].getAddress()).map(OneLine::of);
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> options(MimeMessage message) throws MessagingException {
        Map<String, String> options = new TreeMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            String name = header.getName();
            if (name.regionMatches(true, 0, OPTION, 0, OPTION.length())) {
                String option = OneLine.of(name.substring(OPTION.length())).toUpperCase(Locale.ROOT);
                options.putIfAbsent(option, OneLine.of(header.getValue()));
            }
        }
        return options;
    }

    private static OptionalInt urgency(MimeMessage message) throws MessagingException {
        String value = first(message, "X-Priority").orElse("");
        return !value.isEmpty() && value.charAt(0) >= '1' && value.charAt(0) <= '5'
                ? OptionalInt.of(value.charAt(0) - '0')
                : OptionalInt.empty();
    }
}
