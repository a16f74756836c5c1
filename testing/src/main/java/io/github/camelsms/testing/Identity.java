package io.github.camelsms.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A key and a certificate for localhost and 127.0.0.1, made for one test by the JDK's keytool. */
public final class Identity {

    /** Of the file and of the key in it. */
    public static final String PASSWORD = "changeit";

    private final Path file;
    private final String name;
    private final KeyStore keys;

    private Identity(Path file, String name, KeyStore keys) {
        this.file = file;
        this.name = name;
        this.keys = keys;
    }

    /** Makes one, with a key of RSA, in a PKCS #12 file of that name. */
    public static Identity make(Path folder, String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Programs.run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return new Identity(file, name, keys);
    }

    /** The PKCS #12 file. */
    public Path file() {
        return file;
    }

    /** The certificate in PEM (RFC 7468). */
    public String certificatePem() throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate().getEncoded());
    }

    /** The key in PEM, as PKCS #8. */
    public String keyPem() throws GeneralSecurityException {
        return pem("PRIVATE KEY", key());
    }

    /** The key as PKCS #8. */
    public byte[] key() throws GeneralSecurityException {
        return keys.getKey(name, PASSWORD.toCharArray()).getEncoded();
    }

    /** Octets as PEM (RFC 7468). */
    public static String pem(String label, byte[] octets) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets)
                + "\n-----END " + label + "-----\n";
    }

    /** The side of TLS that trusts this identity alone and has none itself. */
    public SSLContext trusting() throws GeneralSecurityException, IOException {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust(), null);
        return tls;
    }

    /** The side of TLS that has this identity and trusts the other alone. */
    public SSLContext trusting(Identity other) throws GeneralSecurityException, IOException {
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), other.trust(), null);
        return tls;
    }

    private TrustManager[] trust() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(name, certificate());
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    private Certificate certificate() throws GeneralSecurityException {
        return keys.getCertificate(name);
    }
}
