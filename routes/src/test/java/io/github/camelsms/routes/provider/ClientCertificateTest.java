package io.github.camelsms.routes.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.camelsms.sms.report.SendFailedException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that wants a certificate of ours, in the PEM file that OpenSSL makes. */
class ClientCertificateTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    /** In front of the key in PKCS#8 of a 2048 bit RSA key. */
    private static final int PKCS8_PREFIX = 26;

    @TempDir
    private Path folder;

    private HttpsServer server;
    private KeyStore client;

    @BeforeEach
    void start() throws Exception {
        KeyStore own = keyStore("server", "EC");
        client = keyStore("client", "RSA");
        Files.writeString(
                folder.resolve("ca.pem"),
                pem("CERTIFICATE", own.getCertificate("server").getEncoded()));
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("client", client.getCertificate("client"));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
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

    private KeyStore keyStore(String name, String algorithm) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static String pem(String type, byte[] octets) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets) + "\n-----END " + type
                + "-----\n";
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
        byte[] key = client.getKey("client", PASSWORD).getEncoded();
        String certificate = pem("CERTIFICATE", client.getCertificate("client").getEncoded());
        List<String> keys = List.of(
                pem("PRIVATE KEY", key),
                // as older versions of OpenSSL write it
                pem("RSA PRIVATE KEY", Arrays.copyOfRange(key, PKCS8_PREFIX, key.length)));
        for (String each : keys) {
            Path file = Files.writeString(folder.resolve("client.pem"), each + certificate);
            assertThat(send("clientCert = " + file)).isNull();
        }
        assertThat(send("")).isInstanceOf(SendFailedException.class);
    }
}
