package io.github.camelsms.routes.http;

import java.io.IOException;
import java.util.function.Function;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.jetty.JettyHttpEndpoint;
import org.apache.camel.component.jetty12.JettyHttpComponent12;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The {@code jetty:} component of the gateway: takes the socket that is bound already, tells nobody what server it is,
 * and answers errors in our words, also for the routes of the operator.
 */
final class GatewayJetty extends JettyHttpComponent12 {

    private static final int MAX_HEADERS = 16 * 1024;
    private static final int MAX_THREADS = 100;
    private static final long MIN_OCTETS_PER_SECOND = 100;

    private final Listener listener;

    /**
     * @param forms the form in which a path is answered when no route could
     */
    GatewayJetty(Listener listener, Function<String, AnswerForm> forms) {
        this.listener = listener;
        setSendServerVersion(false);
        setMuteException(true);
        setMaxThreads(MAX_THREADS);
        setRequestHeaderSize(MAX_HEADERS);
        setErrorHandler(new JettyErrors(forms));
    }

    @Override
    protected AbstractConnector createConnectorJettyInternal(
            Server server, JettyHttpEndpoint endpoint, SslContextFactory.Server tls) {
        AbstractConnector connector = super.createConnectorJettyInternal(server, endpoint, tls);
        connector.getConnectionFactories().stream()
                .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                .map(HttpConfiguration.ConnectionFactory.class::cast)
                .forEach(http -> http.getHttpConfiguration().setMinRequestDataRate(MIN_OCTETS_PER_SECOND));
        boolean ours = endpoint.getPort() == listener.address().getPort()
                && listener.channel().isOpen();
        if (ours && connector instanceof ServerConnector serverConnector) {
            try {
                serverConnector.open(listener.channel());
            } catch (IOException e) {
                throw new RuntimeCamelException(e);
            }
        }
        return connector;
    }
}
