package io.github.camelsms.routes.http.jetty;

import io.github.camelsms.routes.http.AnswerForm;
import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.http.Listener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.jetty.JettyHttpEndpoint;
import org.apache.camel.component.jetty12.JettyHttpComponent12;
import org.apache.camel.http.common.CamelServlet;
import org.apache.camel.http.common.HttpRestServletResolveConsumerStrategy;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The {@code jetty:} component of the gateway: takes the socket that is bound already, tells nobody what server it is,
 * and answers errors in our words, also for the routes of the operator.
 */
final class GatewayJetty extends JettyHttpComponent12 {

    private static final int MAX_HEADERS = 16 * 1024;
    private static final int MAX_THREADS = 100;

    private final Listener listener;
    private final int connectionsPerAddress;

    /**
     * @param connectionsPerAddress so many connections of one address are open at a time
     * @param forms the form in which a path is answered when no route could
     */
    GatewayJetty(Listener listener, int connectionsPerAddress, Function<String, AnswerForm> forms) {
        this.listener = listener;
        this.connectionsPerAddress = connectionsPerAddress;
        setSendServerVersion(false);
        setMuteException(true);
        setMaxThreads(MAX_THREADS);
        setRequestHeaderSize(MAX_HEADERS);
        setErrorHandler(new JettyErrors(forms));
    }

    /** A body is read before a thread is given to it: whoever sends it slowly holds none. */
    @Override
    protected void addJettyHandlers(Server server, List<Handler> handlers) {
        List<Handler> more = new ArrayList<>(handlers == null ? List.of() : handlers);
        more.add(new EagerContentHandler(
                new EagerContentHandler.RetainedContentLoaderFactory(HttpCall.MAX_BODY, 0, false)));
        super.addJettyHandlers(server, more);
    }

    @Override
    protected AbstractConnector createConnectorJettyInternal(
            Server server, JettyHttpEndpoint endpoint, SslContextFactory.Server tls) {
        AbstractConnector connector = super.createConnectorJettyInternal(server, endpoint, tls);
        connector.addBean(new ConnectionWatch(connectionsPerAddress, System::nanoTime));
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

    /** As the component's own, with another servlet in its place. */
    @Override
    protected CamelServlet createServletForConnector(
            Server server, Connector connector, List<Handler> handlers, JettyHttpEndpoint endpoint) throws Exception {
        super.createServletForConnector(server, connector, handlers, endpoint);
        ServletHolder[] holders = server.getDescendant(ServletHandler.class).getServlets();
        CamelServlet servlet = new CallServlet();
        servlet.setServletResolveConsumerStrategy(new HttpRestServletResolveConsumerStrategy());
        holders[0].setServlet(servlet);
        return servlet;
    }
}
