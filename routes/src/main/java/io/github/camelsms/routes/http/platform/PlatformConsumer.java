package io.github.camelsms.routes.http.platform;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.Answers;
import io.vertx.core.Context;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Takes calls from a route of the router; no thread waits for the end of an exchange. */
final class PlatformConsumer extends DefaultConsumer {

    private final Route route;
    private final Answers answers;
    private final Duration patience;

    PlatformConsumer(PlatformEndpoint endpoint, Processor processor, Route route, Answers answers, Duration patience) {
        super(endpoint, processor);
        this.route = route;
        this.answers = answers;
        this.patience = patience;
        route.handler(this::take);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        route.enable();
    }

    @Override
    protected void doStop() throws Exception {
        route.disable();
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        route.remove();
        super.doShutdown();
    }

    private void take(RoutingContext call) {
        new BodyReader(call.request()).read(body -> call.vertx()
                // a password may have to be hashed
                .executeBlocking(() -> process(call, body), false)
                .onFailure(call::fail));
    }

    private Void process(RoutingContext call, Object body) {
        Exchange exchange = createExchange(false);
        exchange.setPattern(ExchangePattern.InOut);
        exchange.getIn().setBody(body);
        Context context = call.vertx().getOrCreateContext();
        AtomicBoolean answered = new AtomicBoolean();
        long timer = call.vertx().setTimer(patience.toMillis(), late -> {
            if (answered.compareAndSet(false, true)) {
                PlatformServer.write(call.response(), answers.timedOut());
            }
        });
        try {
            createUoW(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        getAsyncProcessor().process(exchange, doneSync -> {
            call.vertx().cancelTimer(timer);
            Answer answer = answers.of(exchange);
            doneUoW(exchange);
            releaseExchange(exchange, false);
            if (answered.compareAndSet(false, true)) {
                context.runOnContext(ready -> PlatformServer.write(call.response(), answer));
            }
        });
        return null;
    }
}
