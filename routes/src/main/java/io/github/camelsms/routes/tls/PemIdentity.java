package io.github.camelsms.routes.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The key and certificate of a server, as Camel's endpoints take them. */
public final class PemIdentity extends SSLContextParameters {

    private final SSLContext context;

    /**
     * Reads the files.
     *
     * @throws GeneralSecurityException when they hold no usable key and certificate
     */
    public PemIdentity(String certificate, String key) throws IOException, GeneralSecurityException {
        PemFile files = certificate.equals(key) ? PemFile.read(certificate) : PemFile.read(certificate, key);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(files.identity(), new char[0]);
        context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
    }

    @Override
    public SSLContext createSSLContext(CamelContext camelContext) {
        return context;
    }
}
