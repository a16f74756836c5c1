package io.github.camelsms.listeners.smtp.camel;

import io.github.camelsms.listeners.smtp.Aliases;
import io.github.camelsms.listeners.smtp.SmtpReply;
import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.account.PasswordHash;
import io.github.camelsms.sms.address.SmsAddress;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.SmsRejectedException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

/** A context with one listener whose route keeps what it gets; numbers that end in 9 are refused, in 8 the disk is full, in 7 the route answers itself, in 6 it rolls back. */
final class Gateway implements AutoCloseable {

    /** Options: this machine may send, nobody else. */
    static final String LOCAL = "localIps=127.0.0.1,::1";

    /** Options: this machine is a stranger like others, who needs an account. */
    static final String STRANGER = "localDomains=sms.example.org&accounts=#accounts";

    /** An address that is a phone. */
    static final String PHONE = "\"sms:+15551234567\"@example.org";

    /** A mail, from its header to the dot. */
    static final String MAIL = "Subject: hi\r\n\r\nHello\r\n.\r\n";

    final List<Exchange> received = new CopyOnWriteArrayList<>();
    final DefaultCamelContext context = new DefaultCamelContext();
    private final AtomicInteger ids = new AtomicInteger();

    Gateway(String options) throws Exception {
        this(options, new SSLContextParameters());
    }

    /** @param tls for the reference {@code #tls} in the options */
    Gateway(String options, SSLContextParameters tls) throws Exception {
        context.getRegistry().bind("tls", tls);
        context.getRegistry().bind("aliases", (Aliases) mailbox -> Optional.of(mailbox)
                .filter("alerts@sms.example.org"::equals)
                .map(one -> SmsAddress.parse("sms:+15550001111,+15550002222")));
        context.getRegistry()
                .bind(
                        "accounts",
                        new Accounts(
                                List.of(new Account("desk", Optional.of(PasswordHash.of("pA55-canary")))),
                                Clock.systemUTC()));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("smtp-server:127.0.0.1:0?hostName=gate.example.org&" + options)
                        .routeId("in")
                        .process(Gateway.this::take);
            }
        });
        context.start();
    }

    private void take(Exchange exchange) {
        String to = exchange.getMessage().getHeader(SmsConstants.TO, String.class);
        if (to.endsWith("9")) {
            throw new SmsRejectedException(SmsRejectedException.Code.NO_SUCH_GATEWAY, "secret detail");
        }
        if (to.endsWith("8")) {
            throw new SmsRejectedException(SmsRejectedException.Code.STORE_FULL, "secret detail");
        }
        if (to.endsWith("0007")) {
            exchange.setProperty(
                    SmtpServerConstants.REPLY_PROPERTY, new SmtpReply(550, "5.7.1", "Not to that country"));
            return;
        }
        if (to.endsWith("0006")) {
            exchange.setRollbackOnly(true);
            return;
        }
        exchange.getMessage().setHeader(SmsConstants.MESSAGE_ID, "m" + ids.incrementAndGet());
        received.add(exchange.copy());
    }

    int port() {
        return ((SmtpServerConsumer) context.getRoute("in").getConsumer()).port();
    }

    RawClient client() throws Exception {
        return new RawClient(port());
    }

    @Override
    public void close() {
        context.stop();
    }
}
