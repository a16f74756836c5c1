package io.github.camelsms.routes.mailin;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

/** A key and a certificate for localhost, made for one test. */
final class TestIdentity {

    private static final String PASSWORD = "changeit";

    private TestIdentity() {}

    /** One PEM file with both. */
    static Path write(Path folder) throws Exception {
        Path store = folder.resolve("identity.p12");
        Peer.run(
                "",
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Path file = folder.resolve("identity.pem");
        Files.writeString(
                file,
                pem("CERTIFICATE", keys.getCertificate("own").getEncoded())
                        + pem(
                                "PRIVATE KEY",
                                keys.getKey("own", PASSWORD.toCharArray()).getEncoded()));
        return file;
    }

    private static String pem(String label, byte[] octets) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets)
                + "\n-----END " + label + "-----\n";
    }
}
