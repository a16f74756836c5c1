package io.github.camelsms.routes.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and a key in the PEM format of OpenSSL (RFC 7468). Keys with a passphrase are refused. */
public final class PemFile {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    /** AlgorithmIdentifier of rsaEncryption (RFC 8017, A.1), with the version of PKCS#8 in front. */
    private static final byte[] RSA_PREFIX = HexFormat.of().parseHex("020100300D06092A864886F70D0101010500");

    private final List<Certificate> certificates = new ArrayList<>();
    private final Optional<PrivateKey> key;

    private PemFile(String text) throws GeneralSecurityException {
        PrivateKey found = null;
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            byte[] octets = Base64.getMimeDecoder().decode(matcher.group(2));
            switch (matcher.group(1)) {
                case "CERTIFICATE" ->
                    certificates.add(CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(octets)));
                case "PRIVATE KEY" -> found = key(octets);
                case "RSA PRIVATE KEY" -> found = key(pkcs8(octets));
                case "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY" ->
                    throw new GeneralSecurityException(
                            "the key has to be PKCS#8 without a passphrase: openssl pkcs8 -topk8 -nodes makes one");
                default -> {}
            }
        }
        this.key = Optional.ofNullable(found);
    }

    /** Reads one file, or several as if they were one: the certificate here, the key there. */
    public static PemFile read(String... paths) throws IOException, GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        for (String path : paths) {
            text.append(Files.readString(Path.of(path), StandardCharsets.ISO_8859_1))
                    .append('\n');
        }
        return new PemFile(text.toString());
    }

    /** The first certificate, which is that of the key. */
    public Optional<X509Certificate> certificate() {
        return certificates.stream()
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .findFirst();
    }

    /** A key store with the key and its certificates. */
    public KeyStore identity() throws IOException, GeneralSecurityException {
        PrivateKey own = key.orElseThrow(() -> new GeneralSecurityException("the file has no private key"));
        if (certificates.isEmpty()) {
            throw new GeneralSecurityException("the file has no certificate");
        }
        KeyStore store = empty();
        store.setKeyEntry("own", own, new char[0], certificates.toArray(new Certificate[0]));
        return store;
    }

    /** A key store of trusted certificates. */
    public KeyStore trusted() throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("ca-" + store.size(), certificate);
        }
        return store;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
        for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                // a key of another algorithm
            }
        }
        throw new GeneralSecurityException("the key is neither RSA nor EC");
    }

    /** A bare RSA key, as older versions of OpenSSL write it, in the frame of PKCS#8. */
    private static byte[] pkcs8(byte[] rsa) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        inner.writeBytes(RSA_PREFIX);
        inner.writeBytes(der(0x04, rsa));
        return der(0x30, inner.toByteArray());
    }

    private static byte[] der(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.write(0x81);
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length & 0xFF);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
