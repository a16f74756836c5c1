package io.github.camelsms.listeners.smtp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.testing.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** STARTTLS (RFC 3207). */
class TlsTest {

    private static final String OPTIONS =
            "localIps=127.0.0.1&accounts=#accounts&localDomains=sms.example.org&sslContextParameters=#tls";
    private static final String LOGIN =
            "AUTH PLAIN " + Base64.getEncoder().encodeToString("\0desk\0pA55-canary".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private static Path folder;

    private static Path store;
    private static SSLContext trusting;

    @BeforeAll
    static void makeKey() throws Exception {
        Identity own = Identity.make(folder, "gate");
        store = own.file();
        trusting = own.trusting();
    }

    private static SSLContextParameters tls() {
        KeyStoreParameters keys = new KeyStoreParameters();
        keys.setResource("file:" + store);
        keys.setPassword(Identity.PASSWORD);
        KeyManagersParameters managers = new KeyManagersParameters();
        managers.setKeyStore(keys);
        managers.setKeyPassword(Identity.PASSWORD);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setKeyManagers(managers);
        return parameters;
    }

    private static Gateway gateway(String more) throws Exception {
        return new Gateway(OPTIONS + more, tls());
    }

    @Test
    void mailGoesThroughTls() throws Exception {
        for (String version : new String[] {"TLSv1.2", "TLSv1.3"}) {
            try (Gateway gateway = gateway("");
                    RawClient client = gateway.client()) {
                client.answer();
                assertThat(client.say("EHLO c")).contains("STARTTLS");
                assertThat(client.say("STARTTLS")).startsWith("220");
                assertThat(client.secure(trusting, version)).isEqualTo(version);
                assertThat(client.say("EHLO c")).contains("AUTH PLAIN").doesNotContain("STARTTLS");
                assertThat(client.say(LOGIN)).startsWith("235");
                assertThat(client.data("+15551234567@evil.example.net", "\r\nHello\r\n.\r\n"))
                        .startsWith("250");
                assertThat(gateway.received.get(0).getProperty(SmsConstants.AUTHENTICATED_PROPERTY))
                        .isEqualTo("desk");
            }
        }
    }

    @Test
    void oldVersionsAreRefused() throws Exception {
        try (Gateway gateway = gateway("");
                RawClient client = gateway.client().ready()) {
            client.say("STARTTLS");
            assertThatThrownBy(() -> client.secure(trusting, "TLSv1.1")).isInstanceOf(IOException.class);
        }
    }

    /** RFC 3207, 6; CVE-2011-0411: what was sent in clear behind STARTTLS is no command of the session that follows. */
    @Test
    void nothingIsInjectedBeforeTls() throws Exception {
        try (Gateway gateway = gateway("");
                RawClient client = gateway.client().ready()) {
            client.raw("STARTTLS\r\nMAIL FROM:<evil@example.org>\r\nRCPT TO:<+15550000001@sms.example.org>\r\n");
            assertThat(client.answer()).startsWith("220");
            try {
                client.secure(trusting, "TLSv1.3");
            } catch (IOException e) {
                // refusing to go on is as good
                return;
            }
            assertThat(client.say("NOOP")).startsWith("250");
            assertThat(client.say("RCPT TO:<+15551234567@sms.example.org>")).startsWith("503");
        }
    }

    @Test
    void mailsWaitForTlsWhereItIsRequired() throws Exception {
        try (Gateway gateway = gateway("&requireTls=true");
                RawClient client = gateway.client().ready()) {
            assertThat(client.say("MAIL FROM:<a@example.org>")).isEqualTo("530 5.7.0 Say STARTTLS first");
            client.say("STARTTLS");
            client.secure(trusting, "TLSv1.3");
            client.say("EHLO c");
            assertThat(client.say("MAIL FROM:<a@example.org>")).startsWith("250");
        }
        assertThatThrownBy(() -> new Gateway("localIps=127.0.0.1&requireTls=true").close())
                .hasStackTraceContaining("requireTls needs sslContextParameters");
    }
}
