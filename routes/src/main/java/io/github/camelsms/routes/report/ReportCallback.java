package io.github.camelsms.routes.report;

import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.Operations;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the URL that a message names. It fails when the other side does not answer with 2xx; then {@code sms:reports}
 * keeps the report and tries again with back-off, over restarts, for about a day.
 */
final class ReportCallback extends AsyncProcessorSupport {

    private static final Logger LOG = LoggerFactory.getLogger(ReportCallback.class);
    /** With 10 s before the second one, doubling up to 15 minutes: 24 hours. */
    private static final int MOST_ATTEMPTS = 102;

    private static final int GONE = 410;

    private final Supplier<Operations> store;
    private final CallbackClient client;
    private final Clock clock;

    ReportCallback(Supplier<Operations> store, CallbackClient client, Clock clock) {
        this.store = store;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            Message report = exchange.getMessage();
            MessageId id = new MessageId(report.getHeader(SmsConstants.MESSAGE_ID, String.class));
            store.get()
                    .find(id)
                    .thenCompose(found -> found.isPresent() ? call(found.get(), report) : done())
                    .whenCompleteAsync((done, failure) -> {
                        if (failure != null) {
                            exchange.setException(
                                    failure instanceof CompletionException ? failure.getCause() : failure);
                        }
                        callback.done(false);
                    });
            return false;
        } catch (RuntimeException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    private CompletionStage<Void> call(MessageRecord message, Message report) {
        Optional<String> url =
                Optional.ofNullable(message.message().attributes().values().get("ReportUrl"));
        ReportEvent event = ReportEvent.of(
                message,
                report.getHeader(SmsConstants.STATE, "", String.class),
                report.getHeader(SmsConstants.REASON, "", String.class),
                clock.instant());
        Optional<Integer> mask = ReportEvent.mask(message);
        if (url.isEmpty() || mask.filter(bits -> (bits & event.bit()) == 0).isPresent()) {
            return done();
        }
        int attempt = report.getHeader(SmsConstants.ATTEMPT, 1, Integer.class);
        return answer(url.get(), mask.isPresent(), event).thenCompose(status -> settle(event, status, attempt));
    }

    private CompletionStage<Integer> answer(String url, boolean kannel, ReportEvent event) {
        try {
            return kannel
                    ? client.get(URI.create(KannelEscapes.expand(url, event)), event)
                    : client.post(URI.create(url), event);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedStage(GONE);
        }
    }

    private static CompletionStage<Void> settle(ReportEvent event, int status, int attempt) {
        if (status / 100 == 2) {
            return done();
        }
        if (status == GONE || status == CallbackClient.NOT_ALLOWED || attempt >= MOST_ATTEMPTS) {
            LOG.error(
                    "nobody is told that {} is {}: {}",
                    event.id(),
                    event.state(),
                    status == CallbackClient.NOT_ALLOWED
                            ? "its report URL is neither https and public nor in sms.callbacks.hosts"
                            : "its report URL answers " + status);
            return done();
        }
        return CompletableFuture.failedStage(new IOException("the report URL has not answered with 2xx"));
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedStage(null);
    }
}
