package io.github.camelsms.listeners.smtp.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What the header of a mail that lies in a mailbox tells of its way there.
 *
 * @param sender {@code Return-Path}, an empty text for {@code <>}; nothing where the server has not noted it
 * @param recipients the mailbox that this copy was delivered for, as the server has noted it ({@code X-Original-To},
 *     {@code Envelope-To}, {@code Delivered-To}); the next entries are for those that have not
 * @param addressed all that {@code To} and {@code Cc} name
 */
public record MailEnvelope(Optional<String> sender, List<String> recipients, List<String> addressed) {

    private static final int MAX_LENGTH = 100_000;

    public MailEnvelope {
        recipients = List.copyOf(recipients);
        addressed = List.copyOf(addressed);
    }

    /**
     * Reads the header of a mail.
     *
     * @throws UnreadableMailException when there is no header to read
     */
    public static MailEnvelope read(byte[] mail) throws UnreadableMailException {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            return new MailEnvelope(
                    message.getHeader("Return-Path") == null
                            ? Optional.empty()
                            : Optional.of(addresses(message, "Return-Path").stream()
                                    .findFirst()
                                    .orElse("")),
                    addresses(message, "X-Original-To", "Envelope-To", "Delivered-To"),
                    addresses(message, "To", "Cc"));
        } catch (MessagingException | RuntimeException e) {
            throw new UnreadableMailException("the header of the mail is broken", e);
        }
    }

    private static List<String> addresses(MimeMessage message, String... names) throws MessagingException {
        List<String> all = new ArrayList<>();
        for (String name : names) {
            String[] values = message.getHeader(name);
            for (String value : values == null ? new String[0] : values) {
                if (value.length() <= MAX_LENGTH) {
                    all.addAll(split(MimeUtility.unfold(value)));
                }
            }
        }
        return all.stream().distinct().toList();
    }

    /**
     * The addresses of a list (RFC 5322, 3.4) without names and remarks. Unlike there, the colon of {@code sms:} does not
     * begin a group, quoted or not.
     */
    static List<String> split(String list) {
        List<String> addresses = new ArrayList<>();
        StringBuilder bare = new StringBuilder();
        StringBuilder angle = new StringBuilder();
        boolean quoted = false;
        boolean inAngle = false;
        int remark = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            StringBuilder now = inAngle ? angle : bare;
            if (c == '\\' && i + 1 < list.length()) {
                append(now, remark, list.substring(i, i + 2));
                i++;
            } else if (c == '"' && remark == 0) {
                quoted = !quoted;
                now.append(c);
            } else if (quoted) {
                now.append(c);
            } else if (c == '(' || c == ')') {
                remark = Math.max(0, remark + (c == '(' ? 1 : -1));
            } else if (c == '<' && remark == 0) {
                inAngle = true;
                angle.setLength(0);
            } else if (c == '>' && remark == 0) {
                inAngle = false;
            } else if ((c == ',' || c == ';') && remark == 0 && !inAngle) {
                add(addresses, bare, angle);
            } else {
                append(now, remark, String.valueOf(c));
            }
        }
        add(addresses, bare, angle);
        return addresses;
    }

    private static void append(StringBuilder to, int remark, String text) {
        if (remark == 0) {
            to.append(text);
        }
    }

    private static void add(List<String> addresses, StringBuilder bare, StringBuilder angle) {
        String address = (angle.length() > 0 ? angle : bare).toString().strip();
        if (!address.isEmpty()) {
            addresses.add(address);
        }
        bare.setLength(0);
        angle.setLength(0);
    }

    /** Without the addresses, which may hold passwords. */
    @Override
    public String toString() {
        return "MailEnvelope[" + recipients.size() + ", " + addressed.size() + "]";
    }
}
