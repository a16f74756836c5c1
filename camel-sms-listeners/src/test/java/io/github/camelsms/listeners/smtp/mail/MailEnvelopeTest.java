package io.github.camelsms.listeners.smtp.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailEnvelopeTest {

    private static MailEnvelope read(String... lines) throws Exception {
        return MailEnvelope.read((String.join("\r\n", lines) + "\r\n\r\ntext").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void addressesAreFoundInAllForms() throws Exception {
        assertThat(read(
                                "To: sms:+1551@d.example, \"sms:+1552?user=a,b&pass=x\"@d.example,",
                                " John <sms:+1553@d.example> (mobile, work), \"Doe, John\" <\"sms:+1554\"@d.example>",
                                "Cc: =?utf-8?Q?J=C3=A1n?= <+1555@d.example>; joe@d.example",
                                "Cc: \"a\\\"b\" <+1556@d.example>")
                        .addressed())
                .containsExactly(
                        "sms:+1551@d.example",
                        "\"sms:+1552?user=a,b&pass=x\"@d.example",
                        "sms:+1553@d.example",
                        "\"sms:+1554\"@d.example",
                        "+1555@d.example",
                        "joe@d.example",
                        "+1556@d.example");
    }

    @Test
    void serverHasNotedTheWay() throws Exception {
        MailEnvelope envelope = read(
                "Return-Path: <jana@example.org>", "Delivered-To: +1551@d.example", "X-Original-To: +1552@d.example");
        assertThat(envelope.sender()).contains("jana@example.org");
        assertThat(envelope.recipients()).containsExactly("+1552@d.example", "+1551@d.example");
        assertThat(read("Return-Path: <>").sender()).contains("");
        assertThat(read("Subject: x").sender()).isEmpty();
        assertThat(envelope.toString()).doesNotContain("1551");
    }
}
