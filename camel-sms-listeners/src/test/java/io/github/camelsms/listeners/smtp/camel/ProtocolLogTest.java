package io.github.camelsms.listeners.smtp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.Test;

/** S-06: the library writes each line of a client at DEBUG, passwords too, and cannot be told otherwise. */
class ProtocolLogTest {

    private static final String LOGGER = "org.subethamail.smtp.server.Session";

    @Test
    void nobodyIsServedWhilePasswordsWouldBeLogged() throws Exception {
        try (Gateway gateway = new Gateway("localIps=127.0.0.1")) {
            Configurator.setLevel(LOGGER, Level.DEBUG);
            try (RawClient client = gateway.client()) {
                assertThat(client.answer()).startsWith("421");
            } finally {
                Configurator.setLevel(LOGGER, Level.INFO);
            }
            try (RawClient client = gateway.client()) {
                assertThat(client.answer()).startsWith("220");
            }
        }
    }
}
