package io.github.camelsms.routes.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.settings.InvalidSettingException;
import io.github.camelsms.routes.settings.MailSettings;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsConstants;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsMailTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final MailSettings SETTINGS =
            settings(Map.of("sms.mail.domain", "sms.example.org", "sms.mail.default", "desk@example.org"));

    static MailSettings settings(Map<String, String> properties) {
        try {
            return Settings.read(new PropertySources(Optional.empty(), Map.of(), properties))
                    .mail();
        } catch (InvalidSettingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private final SmsMail composer = new SmsMail(SETTINGS);
    private final DefaultMessage message = new DefaultMessage(new DefaultCamelContext());

    private MimeMessage mail(String from, Object body, List<String> links) throws Exception {
        message.setHeader(SmsConstants.MESSAGE_ID, "01M804JZKG5M35JAJP3HTF23YQ");
        message.setHeader(SmsConstants.FROM, from);
        message.setHeader(SmsConstants.TIMESTAMP, OffsetDateTime.parse("2026-11-21T13:00:00+02:00"));
        message.setHeader(SmsConstants.REPLY_LINKS, links);
        message.setBody(body);
        return composer.compose(ReceivedMessage.of(message, CLOCK));
    }

    /** As somebody reads it who got the octets. */
    private static MimeMessage reread(MimeMessage mail) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets(mail)));
    }

    private static byte[] octets(MimeMessage mail) throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        mail.writeTo(octets);
        return octets.toByteArray();
    }

    /** A gateway that is no modem knows no service centre, and a mail may be tried again a day later. */
    @Test
    void aSecondTryHasTheDateOfTheFirst() throws Exception {
        byte[] first = octets(mail("+15551234567", "hello", List.of()));
        message.removeHeader(SmsConstants.TIMESTAMP);
        message.setHeader(
                Exchange.MESSAGE_TIMESTAMP,
                Instant.parse("2026-11-21T11:00:00Z").toEpochMilli());

        MimeMessage again = composer.compose(ReceivedMessage.of(message, CLOCK));

        assertThat(octets(again)).isEqualTo(first);
    }

    @Test
    void anAnswerGoesToTheLinkedMailbox() throws Exception {
        MimeMessage sent = mail("+15551234567", "Ano, přijdu 😀\nv pět", List.of("jana@example.org"));
        MimeMessage mail = reread(sent);
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("jana@example.org"));
        InternetAddress from = (InternetAddress) mail.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("\"sms:+15551234567\"@sms.example.org");
        assertThat(from.getPersonal()).isEqualTo("+15551234567");
        assertThat(mail.getSubject()).isEqualTo("SMS from +15551234567: Ano, přijdu 😀 v pět");
        assertThat(mail.getContent()).isEqualTo("Ano, přijdu 😀\r\nv pět\r\n");
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(mail.getMessageID()).isEqualTo("<sms.01M804JZKG5M35JAJP3HTF23YQ@sms.example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate().toInstant()).isEqualTo(Instant.parse("2026-11-21T11:00:00Z"));
        assertThat(((SMTPMessage) sent).getEnvelopeFrom()).isEqualTo("desk@example.org");
    }

    @Test
    void withoutOneLinkItGoesToTheDefaultMailbox() throws Exception {
        for (List<String> links :
                List.of(List.<String>of(), List.of("a@example.org", "b@example.org"), List.of("not an address"))) {
            assertThat(mail("+15551234567", "hi", links).getAllRecipients())
                    .containsExactly(new InternetAddress("desk@example.org"));
        }
        assertThat(mail("+1555", "hi", List.of("a@example.org", "a@example.org"))
                        .getAllRecipients())
                .containsExactly(new InternetAddress("a@example.org"));
    }

    @Test
    void aSecondTryMakesTheSameMail() throws Exception {
        byte[] first = octets(mail("+15551234567", "hi", List.of()));
        assertThat(octets(mail("+15551234567", "hi", List.of()))).isEqualTo(first);
    }

    @Test
    void binaryAndEmptyMessagesAreReadable() throws Exception {
        MimeMessage binary = reread(mail("Bank", new byte[] {0, 1, (byte) 0xFE}, List.of()));
        assertThat(binary.getSubject()).isEqualTo("SMS from Bank: binary message");
        assertThat(binary.getContent().toString()).contains("3 octets").contains("00 01 fe");
        assertThat(reread(mail("Bank", "", List.of())).getSubject()).isEqualTo("SMS from Bank");
        assertThat(reread(mail("Bank", null, List.of())).getContent()).isEqualTo("\r\n");
    }

    @Test
    void longTextsAreCutInTheSubjectAtAWord() throws Exception {
        String text = "word ".repeat(100);
        assertThat(reread(mail("Bank", text, List.of())).getSubject())
                .isEqualTo("SMS from Bank: word word word word word word word word word word…");
        assertThat(reread(mail("Bank", text, List.of())).getContent().toString())
                .hasSize(502);
    }

    /** S-29: whatever stands in sender and text, the mail has the same header fields and one recipient. */
    @Test
    void nothingInAMessageAddsAHeader() throws Exception {
        List<String> names = headerNames(reread(mail("+15551234567", "plain", List.of())));
        String[] bits = {
            "\r\n",
            "\n",
            "\r",
            "\0",
            "Bcc: evil@example.org",
            "\r\nSubject: x\r\n\r\nbody",
            "\"",
            "\\",
            "<",
            ">",
            "@",
            "=?utf-8?q?=0D=0ABcc:_evil@example.org?=",
            "\u760d\u760a",
            "\u010d\u010a",
            "\u202e",
            "\u2028",
            "\u0085",
            ",",
            ";",
            "(",
            ")",
            "😀",
            "\ud83d",
            "ž",
            " ",
            "\t",
            "a",
            "%0d%0a",
            "\u200b",
            "\ufeff",
            "\uffff"
        };
        Random random = new Random(20261121);
        for (int i = 0; i < 2_000; i++) {
            String from = pick(bits, random);
            String text = pick(bits, random);
            String seen = "run " + i;
            MimeMessage mail = reread(mail(from, text, List.of()));
            assertThat(headerNames(mail)).as(seen).isEqualTo(names);
            assertThat(mail.getAllRecipients()).as(seen).containsExactly(new InternetAddress("desk@example.org"));
            assertThat(mail.getFrom()).as(seen).hasSize(1);
            assertThat(mail.getSubject()).as(seen).matches("[^\\p{Cntrl}\\u202e\\u2028\\u200b\\ufeff]*");
            String head = new String(octets(mail), StandardCharsets.ISO_8859_1).split("\r\n\r\n", 2)[0];
            assertThat(head).as(seen).matches("[\\x20-\\x7e\\r\\n\\t]*");
            assertThat(head.lines()).as(seen).allMatch(line -> line.length() <= 998);
        }
    }

    /** S-29: the 512 code points whose low octet is that of CR or LF, in all places that a phone can fill. */
    @Test
    void noLookAlikeOfALineBreakBreaksALine() throws Exception {
        List<String> names = headerNames(reread(mail("+15551234567", "plain", List.of())));
        int tried = 0;
        for (int high = 0; high <= 0xFF; high++) {
            for (int low : new int[] {0x0A, 0x0D}) {
                int c = high << 8 | low;
                String sign =
                        Character.isSurrogate((char) c) ? new String(new char[] {(char) c}) : Character.toString(c);
                String evil = "x" + sign + "Bcc: evil@example.org" + sign + sign + "body";
                MimeMessage mail = reread(mail(evil, evil, List.of()));
                assertThat(headerNames(mail)).as("U+%04X", c).isEqualTo(names);
                assertThat(mail.getAllRecipients())
                        .as("U+%04X", c)
                        .containsExactly(new InternetAddress("desk@example.org"));
                String head = new String(octets(mail), StandardCharsets.ISO_8859_1).split("\r\n\r\n", 2)[0];
                assertThat(head).as("U+%04X", c).matches("[\\x20-\\x7e\\r\\n\\t]*");
                tried++;
            }
        }
        assertThat(tried).isEqualTo(512);
    }

    private static String pick(String[] bits, Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            text.append(bits[random.nextInt(bits.length)]);
        }
        return text.toString();
    }

    private static List<String> headerNames(MimeMessage mail) throws Exception {
        return Collections.list(mail.getAllHeaders()).stream()
                .map(header -> header.getName())
                .sorted()
                .toList();
    }

    @Test
    void aFileIsWrittenWholeAndReplaced(@TempDir Path folder) throws Exception {
        MailFolder files = new MailFolder(folder.resolve("a/b"));
        Path file = files.write("x.eml", new byte[] {1, 2, 3});
        assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
        files.write("x.eml", new byte[] {4});
        assertThat(Files.readAllBytes(file)).containsExactly(4);
        try (var entries = Files.list(file.getParent())) {
            assertThat(entries).containsExactly(file);
        }
    }
}
