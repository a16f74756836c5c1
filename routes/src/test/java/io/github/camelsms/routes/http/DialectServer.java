package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.account.PasswordHash;
import io.github.camelsms.sms.camel.SmsConstants;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The real route file and listener of a dialect; what stands behind {@code sms:} is a list here. */
public final class DialectServer implements AutoCloseable {

    /** Puts the beans of a dialect into a context. */
    public interface Dialect {
        void addTo(CamelContext context, Entrance entrance);
    }

    /** What came out of the ingress. */
    public record Submitted(String mailbox, Object body, Map<String, Object> headers, Map<String, Object> properties) {}

    private final List<Submitted> submitted = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private final CamelContext context = new DefaultCamelContext();
    private final InetSocketAddress address;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Queue<AsyncCallback> unanswered = new ConcurrentLinkedQueue<>();
    private volatile boolean hanging;
    private volatile RuntimeException failure;

    private DialectServer(InetSocketAddress address) {
        this.address = address;
    }

    /**
     * @param passwords of accounts by their names
     */
    public static DialectServer start(Dialect dialect, String routes, Map<String, String> passwords) throws Exception {
        List<Account> accounts = new ArrayList<>();
        passwords.forEach((name, password) -> accounts.add(new Account(name, Optional.of(PasswordHash.of(password)))));
        return start(dialect, routes, accounts);
    }

    static DialectServer start(Dialect dialect, String routes, List<Account> accounts) throws Exception {
        Listener listener = Listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        DialectServer server = new DialectServer(listener.address());
        Authentication authentication =
                new Authentication(new Accounts(accounts, Clock.systemUTC()), server.address.getAddress());
        server.start(listener, new Entrance(authentication, server.stopping::get), dialect, routes);
        return server;
    }

    private void start(Listener listener, Entrance entrance, Dialect dialect, String routes) throws Exception {
        DirectComponent instead = new DirectComponent();
        instead.setAutowiredEnabled(false);
        context.addComponent("sms", instead);
        context.getPropertiesComponent().addInitialProperty("sms.http.authority", "127.0.0.1:" + address.getPort());
        context.getPropertiesComponent().addInitialProperty("sms.http.timeoutMillis", "2000");
        HttpIngress.addTo(context, listener, 50, AnswerForm.PLAIN);
        dialect.addTo(context, entrance);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:sms-submit").process(new Store());
                for (String mailbox : List.of("incoming", "reports")) {
                    from("sms:" + mailbox).process(exchange -> submit(mailbox, exchange));
                }
            }
        });
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "classpath:routes/" + routes));
        context.start();
    }

    /** Asynchronous, as the store is. */
    private final class Store extends AsyncProcessorSupport {
        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            if (hanging) {
                unanswered.add(callback);
                return false;
            }
            try {
                submit("outgoing", exchange);
            } catch (RuntimeException e) {
                exchange.setException(e);
            }
            callback.done(true);
            return true;
        }
    }

    private void submit(String mailbox, Exchange exchange) {
        if (failure != null) {
            throw failure;
        }
        Message message = exchange.getMessage();
        submitted.add(new Submitted(
                mailbox, message.getBody(), Map.copyOf(message.getHeaders()), Map.copyOf(exchange.getProperties())));
        List<String> ids = new ArrayList<>();
        for (String unused :
                message.getHeader(SmsConstants.TO, "", String.class).split(",", -1)) {
            ids.add("id-" + count.incrementAndGet());
        }
        message.setHeader(SmsConstants.MESSAGE_ID, String.join(",", ids));
    }

    /** From now on the store fails so. */
    public void fail(RuntimeException exception) {
        failure = exception;
    }

    /** From now on the store does not answer. */
    void hang() {
        hanging = true;
    }

    /** The store answers what it has not answered, and what comes. */
    void answerLate() {
        hanging = false;
        for (AsyncCallback late = unanswered.poll(); late != null; late = unanswered.poll()) {
            late.done(false);
        }
    }

    /** Whether the gateway has begun to stop. */
    void stopping(boolean now) {
        stopping.set(now);
    }

    CamelContext context() {
        return context;
    }

    public InetSocketAddress address() {
        return address;
    }

    public List<Submitted> submitted() {
        return submitted;
    }

    /** The one that there has to be; the next starts anew. */
    public Submitted take() {
        if (submitted.size() != 1) {
            throw new AssertionError("there are " + submitted.size() + " messages, not one");
        }
        return submitted.remove(0);
    }

    @Override
    public void close() {
        context.stop();
    }
}
