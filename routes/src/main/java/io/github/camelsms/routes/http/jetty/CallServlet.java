package io.github.camelsms.routes.http.jetty;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.component.jetty.CamelContinuationServlet;
import org.apache.camel.component.jetty.JettyHttpEndpoint;
import org.apache.camel.http.common.HttpConsumer;
import org.apache.camel.support.DefaultMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers calls from the thread that ends their route. The servlet that it extends sends each request through Jetty a
 * second time for that, which costs more than all the rest of a call; it still serves what has no
 * {@link HttpCallBinding}: the routes of the operator.
 */
final class CallServlet extends CamelContinuationServlet {

    private static final long serialVersionUID = 1L;
    /** By this {@link JettyErrors} knows why there is no answer. */
    static final String TIMED_OUT = "CamelTimeoutException";

    private static final Logger LOG = LoggerFactory.getLogger(CallServlet.class);

    @Override
    protected void handleDoService(HttpServletRequest request, HttpServletResponse response) throws Exception {
        HttpConsumer consumer = getServletResolveConsumerStrategy().resolve(request, getConsumers());
        if (consumer == null || !(consumer.getBinding() instanceof HttpCallBinding)) {
            super.handleDoService(request, response);
        } else if (consumer.isSuspended()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            take(consumer, request, response);
        }
    }

    private static void take(HttpConsumer consumer, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Exchange exchange = consumer.createExchange(false);
        exchange.setPattern(ExchangePattern.InOut);
        DefaultMessage message = new DefaultMessage(exchange);
        consumer.getBinding().readRequest(request, message);
        exchange.setIn(message);
        consumer.createUoW(exchange);
        Pending pending = new Pending(consumer, exchange, request, response);
        consumer.getAsyncProcessor().process(exchange, doneSync -> pending.answer());
    }

    /** A call whose route has not ended yet. Either the route or the time-out answers it, never both. */
    private static final class Pending implements AsyncListener {

        private final HttpConsumer consumer;
        private final Exchange exchange;
        private final HttpServletRequest request;
        private final AsyncContext context;
        private boolean answered;

        Pending(HttpConsumer consumer, Exchange exchange, HttpServletRequest request, HttpServletResponse response) {
            this.consumer = consumer;
            this.exchange = exchange;
            this.request = request;
            this.context = request.startAsync(request, response);
            Long timeout = ((JettyHttpEndpoint) consumer.getEndpoint()).getContinuationTimeout();
            if (timeout != null) {
                context.setTimeout(timeout);
            }
            context.addListener(this);
        }

        synchronized void answer() {
            try {
                if (answered) {
                    LOG.warn("A call was answered with a time-out before its route ended");
                } else {
                    answered = true;
                    consumer.getBinding().writeResponse(exchange, (HttpServletResponse) context.getResponse());
                    context.complete();
                }
            } catch (IOException | RuntimeException e) {
                LOG.debug("An answer was not taken by its client", e);
                context.complete();
            } finally {
                consumer.doneUoW(exchange);
                consumer.releaseExchange(exchange, false);
            }
        }

        @Override
        public synchronized void onTimeout(AsyncEvent event) {
            if (!answered) {
                answered = true;
                request.setAttribute(TIMED_OUT, true);
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
