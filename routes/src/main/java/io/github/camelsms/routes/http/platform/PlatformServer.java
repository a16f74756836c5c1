package io.github.camelsms.routes.http.platform;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.AnswerForm;
import io.github.camelsms.routes.http.Listener;
import io.github.camelsms.routes.http.ServerErrors;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.support.service.ServiceSupport;

/** An HTTP server of Vert.x with the router of camel-platform-http, for a context whose platform has none. */
final class PlatformServer extends ServiceSupport {

    private static final int MAX_LINE = 16 * 1024;
    private static final int IDLE_SECONDS = 30;
    private static final long STOP_SECONDS = 10;

    private final Listener listener;
    private final Vertx vertx = Vertx.vertx(new VertxOptions());
    private final Router router = Router.router(vertx);

    private PlatformServer(Listener listener) {
        this.listener = listener;
    }

    /** Makes the router, where {@code sms-http:} and {@code platform-http:} look for it; it listens later. */
    static PlatformServer bind(CamelContext context, Listener listener, Function<String, AnswerForm> forms) {
        PlatformServer server = new PlatformServer(listener);
        int port = listener.address().getPort();
        for (int status : List.of(400, 404, 405, 413, 415, 500, 503)) {
            server.router.errorHandler(
                    status,
                    call -> write(
                            call.response(),
                            ServerErrors.answer(forms.apply(call.request().path()), status)));
        }
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindPort(port);
        // by this an endpoint platform-http: knows which router is ours
        context.getRegistry().bind("smsPlatformHttp", configuration);
        String name = VertxPlatformHttpRouter.getRouterNameFromPort(port);
        context.getRegistry().bind(name, new VertxPlatformHttpRouter(null, server.vertx, server.router, name));
        return server;
    }

    /** Takes calls from now on. */
    void listen() throws IOException {
        listener.close();
        HttpServerOptions options = new HttpServerOptions()
                .setMaxInitialLineLength(MAX_LINE)
                .setMaxHeaderSize(MAX_LINE)
                .setIdleTimeout(IDLE_SECONDS)
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true);
        vertx.createHttpServer(options)
                .invalidRequestHandler(request -> {
                    write(request.response(), ServerErrors.answer(AnswerForm.PLAIN, invalid(request)));
                    request.connection().close();
                })
                .requestHandler(router)
                .listen(
                        listener.address().getPort(),
                        listener.address().getAddress().getHostAddress())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static int invalid(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        return cause instanceof TooLongHttpLineException
                ? 414
                : cause instanceof TooLongHttpHeaderException ? 431 : 400;
    }

    static void write(HttpServerResponse response, Answer answer) {
        if (!response.ended() && !response.closed()) {
            response.setStatusCode(answer.status());
            answer.fields().forEach(response::putHeader);
            response.end(Buffer.buffer(answer.body()));
        }
    }

    @Override
    protected void doStop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
