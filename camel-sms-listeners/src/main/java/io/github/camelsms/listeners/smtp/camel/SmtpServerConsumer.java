package io.github.camelsms.listeners.smtp.camel;

import io.github.camelsms.listeners.smtp.Envelope;
import io.github.camelsms.listeners.smtp.Recipient;
import io.github.camelsms.listeners.smtp.SmtpListener;
import io.github.camelsms.listeners.smtp.SmtpReply;
import io.github.camelsms.listeners.smtp.mail.MailContent;
import io.github.camelsms.listeners.smtp.mail.UnreadableMailException;
import io.github.camelsms.sms.camel.SmsConstants;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.DefaultConsumer;

/** Makes an exchange for each recipient of a mail and answers when the last of them is done. */
class SmtpServerConsumer extends DefaultConsumer implements Suspendable {

    private static final int SWEEP_SECONDS = 2;

    private final SmtpServerEndpoint endpoint;
    private volatile SmtpServerSettings settings;
    private volatile SmtpListener listener;
    private ExecutorService pool;
    private ScheduledExecutorService timer;
    private ScheduledFuture<?> sweeping;

    SmtpServerConsumer(SmtpServerEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        settings = endpoint.settings();
        setHealthCheck(new SmtpServerHealthCheck(endpoint.getServiceUrl(), () -> Optional.ofNullable(listener)));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        pool = getEndpoint().getCamelContext().getExecutorServiceManager().newCachedThreadPool(this, "smtp-server");
        timer = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "smtp-server-timer");
        SmtpListener started = new SmtpListener(settings.listener(), this::receive, pool, Clock.systemUTC());
        started.start();
        listener = started;
        sweeping = timer.scheduleWithFixedDelay(started::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    protected void doSuspend() throws Exception {
        super.doSuspend();
        listener.close();
    }

    @Override
    protected void doResume() throws Exception {
        listener.reopen();
        super.doResume();
    }

    @Override
    protected void doStop() throws Exception {
        if (listener != null) {
            listener.stop();
            listener = null;
        }
        if (timer != null) {
            sweeping.cancel(false);
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownNow(timer);
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdown(pool);
            timer = null;
        }
        super.doStop();
    }

    /** The port that is listened at. */
    int port() {
        return listener.port();
    }

    private SmtpReply receive(Envelope envelope, byte[] octets) {
        MailContent mail;
        try {
            mail = MailContent.read(octets);
        } catch (UnreadableMailException e) {
            return Answers.BROKEN;
        }
        Optional<Object> body = settings.type() == MessageType.EMAIL
                ? Optional.of(octets)
                : settings.text().of(mail, envelope.sender()).map(text -> text);
        if (body.isEmpty()) {
            return Answers.NO_TEXT;
        }
        MailExchange form = new MailExchange(settings, envelope, mail, body.get());
        List<CompletableFuture<Optional<String>>> all = new ArrayList<>();
        for (Recipient recipient : envelope.recipients()) {
            all.add(process(form, recipient));
        }
        return answer(all);
    }

    private CompletableFuture<Optional<String>> process(MailExchange form, Recipient recipient) {
        CompletableFuture<Optional<String>> done = new CompletableFuture<>();
        Exchange exchange = createExchange(false);
        form.fill(exchange, recipient);
        exchange.getExchangeExtension().addOnCompletion(new Synchronization() {
            @Override
            public void onComplete(Exchange completed) {
                failure(completed)
                        .ifPresentOrElse(
                                done::completeExceptionally,
                                () -> done.complete(Optional.ofNullable(
                                        completed.getMessage().getHeader(SmsConstants.MESSAGE_ID, String.class))));
            }

            @Override
            public void onFailure(Exchange failed) {
                onComplete(failed);
            }
        });
        getAsyncProcessor().process(exchange, defaultConsumerCallback(exchange, true));
        return done;
    }

    /** Why an exchange was none of success: what the route wants the client to be told comes first. */
    private static Optional<Throwable> failure(Exchange exchange) {
        SmtpReply reply = exchange.getProperty(SmtpServerConstants.REPLY_PROPERTY, SmtpReply.class);
        if (reply != null && !reply.isPositive()) {
            return Optional.of(new Answers.Refused(reply));
        }
        if (exchange.getException() != null) {
            return Optional.of(exchange.getException());
        }
        // Camel calls an exchange that is only marked to be rolled back a success
        return exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()
                ? Optional.of(new IllegalStateException("the route was rolled back"))
                : Optional.empty();
    }

    private SmtpReply answer(List<CompletableFuture<Optional<String>>> all) {
        List<String> ids = new ArrayList<>();
        List<SmtpReply> failures = new ArrayList<>();
        long end = System.nanoTime() + settings.listener().limits().answer().toNanos();
        for (CompletableFuture<Optional<String>> done : all) {
            try {
                done.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)
                        .ifPresent(ids::add);
            } catch (ExecutionException e) {
                failures.add(Answers.of(e.getCause()));
            } catch (TimeoutException e) {
                failures.add(Answers.TOO_SLOW);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failures.add(Answers.TOO_SLOW);
            }
        }
        return Answers.of(ids, failures, all.size());
    }
}
