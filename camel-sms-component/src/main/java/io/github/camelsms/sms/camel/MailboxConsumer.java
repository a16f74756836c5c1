package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is due out of a mailbox and sends it through the route: never more than {@code concurrency} at a time, so
 * that what it cannot work on now is free for others. It is woken when something becomes due and asks for nothing in
 * between. What happened to an exchange is told to the store only when the whole unit of work is over.
 */
abstract class MailboxConsumer<T> extends DefaultConsumer implements ShutdownAware, Suspendable {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxConsumer.class);
    private static final Duration STORE_PAUSE = Duration.ofSeconds(1);

    private final Mailbox mailbox;
    private final int concurrency;
    private final AtomicInteger free;
    private final AtomicInteger unsettled = new AtomicInteger();
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile boolean open;
    // of the clock that nobody sets: a calendar that is set back must not prolong a pause
    private volatile long pausedUntilNanos = System.nanoTime();
    private long dueAtNanos = System.nanoTime();
    private volatile Optional<String> trouble = Optional.empty();
    private MessageStore store;
    private ExecutorService workers;
    private ScheduledExecutorService timer;
    private Registration registration;

    MailboxConsumer(SmsEndpoint endpoint, Processor processor, Mailbox mailbox, int concurrency) {
        super(endpoint, processor);
        this.mailbox = mailbox;
        this.concurrency = concurrency;
        this.free = new AtomicInteger(concurrency);
        setHealthCheck(new MailboxHealthCheck("sms-" + endpoint.getEndpointUri(), () -> trouble));
    }

    /** Asks the store for at most {@code limit} things. */
    abstract CompletionStage<HandOut<T>> ask(int limit);

    /** Told before what was handed out is worked on. */
    void handedOut(HandOut<T> handOut) {}

    /** Fills an exchange with what was handed out. */
    abstract void fill(Exchange exchange, Leased<T> leased);

    /** How to tell the store that the route has completed. */
    abstract Supplier<CompletionStage<Void>> succeeded(Exchange exchange, Leased<T> leased);

    /** How to tell the store that the route has failed. */
    abstract Supplier<CompletionStage<Void>> failed(Exchange exchange, Leased<T> leased);

    final MessageStore store() {
        return store;
    }

    /** How to give something back to be handed out again after a while. */
    final Supplier<CompletionStage<Void>> tryAgain(Lease lease, Throwable failure, Backoff backoff) {
        String reason = Failures.classify(failure).reason();
        LOG.warn("{} of {} was not handed on: {}", lease.id(), getEndpoint().getMailbox(), reason);
        Instant retryAt = now().plus(backoff.after(lease.attempt(), RandomGenerator.getDefault()));
        return () -> store.release(lease, reason, retryAt);
    }

    final Instant now() {
        return getEndpoint().getComponent().clock().instant();
    }

    /** Asks for nothing for a while, or for longer when it was told so before. */
    final synchronized void pause(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        if (end - pausedUntilNanos > 0) {
            pausedUntilNanos = end;
        }
        wakeAfter(length);
    }

    @Override
    public SmsEndpoint getEndpoint() {
        return (SmsEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        store = getEndpoint().getComponent().openStore();
        var threads = getEndpoint().getCamelContext().getExecutorServiceManager();
        String name = "sms-" + getEndpoint().getMailbox();
        workers = threads.newThreadPool(this, name, concurrency, concurrency);
        timer = threads.newSingleThreadScheduledExecutor(this, name + "-timer");
        registration = store.onDue(mailbox, this::wake);
        synchronized (this) {
            dueAtNanos = System.nanoTime();
        }
        open = true;
        wake();
    }

    @Override
    protected void doSuspend() {
        open = false;
    }

    @Override
    protected void doResume() {
        open = true;
        wake();
    }

    @Override
    protected void doStop() throws Exception {
        open = false;
        if (registration != null) {
            registration.remove();
            var threads = getEndpoint().getCamelContext().getExecutorServiceManager();
            threads.shutdown(timer);
            threads.shutdown(workers);
        }
        super.doStop();
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        return false;
    }

    /** What the store does not know the end of yet counts as pending. */
    @Override
    public int getPendingExchangesSize() {
        return concurrency - free.get() + unsettled.get();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        open = false;
    }

    private void wake() {
        wanted.set(true);
        boolean paused = System.nanoTime() - pausedUntilNanos < 0;
        if (open && free.get() > 0 && !paused && asking.compareAndSet(false, true)) {
            wanted.set(false);
            ask(free.get()).whenComplete(this::answered);
        }
    }

    private void answered(HandOut<T> handOut, Throwable failure) {
        if (failure != null) {
            String reason = Failures.root(failure).getMessage();
            if (trouble.isEmpty()) {
                LOG.warn("{} cannot be read, it is tried again: {}", getEndpoint(), reason);
            }
            trouble = Optional.of(reason);
            pause(STORE_PAUSE);
        } else {
            trouble = Optional.empty();
            handedOut(handOut);
            free.addAndGet(-handOut.items().size());
            handOut.items().forEach(this::begin);
            handOut.nextDue().ifPresent(this::wakeWhenDue);
        }
        asking.set(false);
        if (wanted.get() || (failure == null && !handOut.items().isEmpty())) {
            wake();
        }
    }

    private void begin(Leased<T> leased) {
        if (open) {
            workers.execute(() -> process(leased));
        } else {
            settle(leased.lease(), () -> store.release(leased.lease(), "", now()));
        }
    }

    private void process(Leased<T> leased) {
        Exchange exchange = createExchange(false);
        fill(exchange, leased);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onComplete(Exchange done) {
                settle(leased.lease(), succeeded(done, leased));
            }

            @Override
            public void onFailure(Exchange done) {
                settle(leased.lease(), failed(done, leased));
            }
        });
        getAsyncProcessor().process(exchange, done -> releaseExchange(exchange, false));
    }

    /** Tells the store, and asks for the next right behind it: both are one trip to the disk. */
    private void settle(Lease lease, Supplier<CompletionStage<Void>> tell) {
        unsettled.incrementAndGet();
        tell(lease, tell);
        free.incrementAndGet();
        wake();
    }

    /** Tells the store until it has heard: what was sent and is not written down would be sent again. */
    private void tell(Lease lease, Supplier<CompletionStage<Void>> tell) {
        tell.get().whenComplete((done, failure) -> {
            Optional<Throwable> cause = Optional.ofNullable(failure).map(Failures::root);
            if (cause.filter(Failures::isStoreTrouble).isPresent()) {
                LOG.warn(
                        "What became of {} is not stored yet: {}",
                        lease.id(),
                        cause.get().getMessage());
                later(STORE_PAUSE, () -> tell(lease, tell));
                return;
            }
            cause.ifPresent(lost -> LOG.warn("What became of {} is not stored: {}", lease.id(), lost.getMessage()));
            unsettled.decrementAndGet();
        });
    }

    /** One timer at a time: when it has run out, the question that follows tells what is due next. */
    private synchronized void wakeWhenDue(Instant due) {
        Duration delay = Duration.between(now(), due);
        long at = System.nanoTime() + delay.toNanos();
        boolean pending = dueAtNanos - System.nanoTime() > 0;
        if (!pending || at - dueAtNanos < 0) {
            dueAtNanos = at;
            wakeAfter(delay);
        }
    }

    private void wakeAfter(Duration delay) {
        if (open) {
            later(delay, this::wake);
        }
    }

    private void later(Duration delay, Runnable work) {
        try {
            var unused = timer.schedule(work, Math.max(delay.toMillis(), 0) + 1, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} has stopped", getEndpoint(), e);
        }
    }
}
