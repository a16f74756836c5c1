package io.github.camelsms.routes.http.platform;

import io.github.camelsms.routes.http.Answers;
import io.vertx.ext.web.Router;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A path of the router. */
final class PlatformEndpoint extends DefaultEndpoint {

    private final Router router;
    private final String path;
    private final Answers answers;
    private final Duration patience;

    /**
     * @param path as the router has it: with a star behind it, whatever begins so
     * @param patience how long a route may take
     */
    PlatformEndpoint(CamelContext context, Router router, String path, Answers answers, Duration patience) {
        super("sms-http:" + path, null);
        setCamelContext(context);
        this.router = router;
        this.path = path;
        this.answers = answers;
        this.patience = patience;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("sms-http: takes calls, it makes none: see http: for that");
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new PlatformConsumer(this, processor, router.route(path).disable(), answers, patience);
    }
}
