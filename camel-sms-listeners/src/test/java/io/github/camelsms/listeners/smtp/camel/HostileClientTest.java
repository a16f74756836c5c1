package io.github.camelsms.listeners.smtp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is tried against mail servers, from files; each with a control that shows that the try is worth something. */
class HostileClientTest {

    private static final String LOCAL = "localIps=127.0.0.1,::1&messagesPerMinute=100000";
    private static final String STRANGER = "localDomains=sms.example.org&accounts=#accounts&messagesPerMinute=100000";
    private static final String PHONE = "\"sms:+15551234567\"@example.org";
    private static final String INNER =
            "MAIL FROM:<evil@example.org>\r\nRCPT TO:<+15550000001@example.org>\r\nDATA\r\n\r\nsmuggled\r\n.\r\n";

    static Stream<String> smuggling() {
        return TestLines.of("smuggling.txt").stream();
    }

    /** S-10. */
    @Test
    void nothingIsRelayedForStrangers() throws Exception {
        List<String> tricks = TestLines.of("relay-tricks.txt");
        assertThat(tricks).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        try (Gateway gateway = new Gateway(STRANGER)) {
            for (String trick : tricks) {
                // a session for each: wrong passwords make the next one wait, and odd octets end it
                try (RawClient client = gateway.client().ready()) {
                    client.say("MAIL FROM:<a@sms.example.org>");
                    assertThat(client.say("RCPT TO:" + trick)).as(trick).matches("(?s)(5|454 4\\.7\\.0).*");
                    assertThat(client.say("DATA")).as(trick).matches("(503.*)?");
                }
            }
            assertThat(gateway.received).isEmpty();
        }
    }

    /** The control: for whom may relay, many of the same are addresses. */
    @Test
    void theSameIsTakenFromClientsThatMayRelay() throws Exception {
        int taken = 0;
        try (Gateway gateway = new Gateway(LOCAL)) {
            for (String trick : TestLines.of("relay-tricks.txt")) {
                try (RawClient client = gateway.client().ready()) {
                    client.say("MAIL FROM:<a@sms.example.org>");
                    taken += client.say("RCPT TO:" + trick).startsWith("250") ? 1 : 0;
                }
            }
        }
        assertThat(taken).isGreaterThanOrEqualTo(15);
    }

    /** S-12. */
    @ParameterizedTest
    @MethodSource("smuggling")
    void nothingIsSmuggled(String end) throws Exception {
        try (Gateway gateway = new Gateway(LOCAL);
                RawClient client = gateway.client().ready()) {
            String answer = client.data(PHONE, "Subject: a\r\n\r\nouter" + end + INNER);
            assertThat(gateway.received).hasSizeLessThanOrEqualTo(1).allSatisfy(exchange -> assertThat(
                            exchange.getMessage().getBody(String.class))
                    .contains("outer", "smuggled"));
            assertThat(answer).matches(gateway.received.isEmpty() ? "550 5\\.5\\.2.*" : "250.*");
            assertThat(client.say("NOOP")).startsWith("250");
        }
    }

    /** The control: a reader that is content with any line end sees two mails. */
    @ParameterizedTest
    @MethodSource("smuggling")
    void lenientReaderSeesTwoMails(String end) {
        String[] mails = ("Subject: a\r\n\r\nouter" + end + INNER).split("[\\r\\n]\\x00?\\.\\x00?[\\r\\n]+", -1);
        assertThat(mails).hasSize(3);
        assertThat(mails[1]).startsWith("MAIL FROM:<evil@example.org>");
    }

    /** S-11. */
    @Test
    void lookAlikesOfLineEndsAreRefused() throws Exception {
        List<String> codePoints = TestLines.of("line-end-look-alikes.txt");
        assertThat(codePoints).hasSize(512).doesNotHaveDuplicates();
        try (Gateway gateway = new Gateway(LOCAL)) {
            for (String hex : codePoints) {
                char lookAlike = (char) Integer.parseInt(hex, 16);
                try (RawClient client = gateway.client().ready()) {
                    client.octets("MAIL FROM:<a", lookAlike, "b@example.org>\r\n");
                    assertThat(client.answer()).as(hex).startsWith("501");
                }
                try (RawClient client = gateway.client().ready()) {
                    client.say("MAIL FROM:<a@example.org>");
                    client.octets("RCPT TO:<\"sms:+1555123", lookAlike, "4567\"@example.org>\r\n");
                    assertThat(client.answer()).as(hex).startsWith("501");
                }
            }
            assertThat(gateway.received).isEmpty();
        }
    }
}
