package io.github.camelsms.routes.provider;

import io.github.camelsms.routes.tls.PemFile;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client of a gateway. It repeats nothing and follows nothing by itself: what is sent twice is the decision of
 * the store.
 */
final class HttpClients {

    /** Attribute of the context of a request: there is a connection, and what follows may leave. */
    static final String BEGUN = "camel-sms.begun";

    private static final int IDLE_SECONDS = 30;

    private HttpClients() {}

    /** A client that is started. */
    static CloseableHttpAsyncClient start(Definition definition) throws IOException, GeneralSecurityException {
        Duration connect = definition.duration("connectTimeout", Duration.ofSeconds(10));
        Duration answer = definition.duration("answerTimeout", Duration.ofSeconds(30));
        int connections = definition.number("connections", 10);
        PoolingAsyncClientConnectionManager pool = PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connect))
                        .setSocketTimeout(Timeout.of(answer))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setSupportedProtocols(TLS.V_1_2, TLS.V_1_3)
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .setHandshakeTimeout(Timeout.of(connect))
                        .build())
                .setTlsStrategy(ClientTlsStrategyBuilder.create()
                        .setSslContext(tls(definition))
                        .buildAsync())
                .build();
        HttpAsyncClientBuilder builder = HttpAsyncClients.custom()
                .setConnectionManager(pool)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(answer))
                        .setConnectionRequestTimeout(Timeout.of(answer))
                        .build())
                .evictIdleConnections(TimeValue.ofSeconds(IDLE_SECONDS))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .addExecInterceptorBefore(
                        ChainElement.MAIN_TRANSPORT.name(), BEGUN, (request, body, scope, chain, callback) -> {
                            scope.clientContext.setAttribute(BEGUN, true);
                            chain.proceed(request, body, scope, callback);
                        })
                .setUserAgent("camel-sms");
        proxy(builder, definition.value("proxy"));
        CloseableHttpAsyncClient client = builder.build();
        client.start();
        return client;
    }

    private static void proxy(HttpAsyncClientBuilder builder, Optional<String> url) {
        if (url.isEmpty()) {
            builder.disableAuthCaching();
            return;
        }
        URI proxy;
        try {
            proxy = URI.create(url.get());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("proxy is written http://host:port", e);
        }
        if (proxy.getHost() == null || proxy.getPort() < 0) {
            throw new IllegalArgumentException("proxy is written http://host:port");
        }
        HttpHost host = new HttpHost(proxy.getScheme(), proxy.getHost(), proxy.getPort());
        builder.setProxy(host);
        if (proxy.getUserInfo() != null) {
            String[] pair = proxy.getUserInfo().split(":", 2);
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(host),
                    new UsernamePasswordCredentials(pair[0], (pair.length == 2 ? pair[1] : "").toCharArray()));
            builder.setDefaultCredentialsProvider(credentials);
        }
    }

    private static SSLContext tls(Definition definition) throws IOException, GeneralSecurityException {
        KeyManager[] keys = null;
        TrustManager[] trust = null;
        if (definition.value("clientCert").isPresent()) {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(PemFile.read(definition.require("clientCert")).identity(), new char[0]);
            keys = factory.getKeyManagers();
        }
        if (definition.value("trustCerts").isPresent()) {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(PemFile.read(definition.require("trustCerts")).trusted());
            trust = factory.getTrustManagers();
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust, null);
        return context;
    }
}
