package io.github.camelsms.routes.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.camelsms.sms.report.SendFailedException;
import io.github.camelsms.testing.Identity;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that wants a certificate of ours, in the PEM file that OpenSSL makes. */
class ClientCertificateTest {

    /** In front of the key in PKCS#8 of a 2048 bit RSA key. */
    private static final int PKCS8_PREFIX = 26;

    @TempDir
    private Path folder;

    private HttpsServer server;
    private Identity client;

    @BeforeEach
    void start() throws Exception {
        Identity own = Identity.make(folder, "server");
        client = Identity.make(folder, "client");
        Files.writeString(folder.resolve("ca.pem"), own.certificatePem());
        SSLContext tls = own.trusting(client);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = tls.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Exception send(String more) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            HttpGateway gateway = new HttpGateway();
            gateway.setCamelContext(context);
            gateway.setDefinition("url = https://127.0.0.1:"
                    + server.getAddress().getPort() + "/s\ntrustCerts = " + folder.resolve("ca.pem") + "\n" + more);
            gateway.start();
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody("x");
            gateway.process(exchange);
            gateway.stop();
            return exchange.getException();
        }
    }

    @Test
    void theCertificateOpensTheDoor() throws Exception {
        byte[] key = client.key();
        List<String> keys = List.of(
                client.keyPem(),
                // as older versions of OpenSSL write it
                Identity.pem("RSA PRIVATE KEY", Arrays.copyOfRange(key, PKCS8_PREFIX, key.length)));
        for (String each : keys) {
            Path file = Files.writeString(folder.resolve("client.pem"), each + client.certificatePem());
            assertThat(send("clientCert = " + file)).isNull();
        }
        assertThat(send("")).isInstanceOf(SendFailedException.class);
    }
}
