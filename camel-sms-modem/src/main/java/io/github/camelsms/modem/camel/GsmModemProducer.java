package io.github.camelsms.modem.camel;

import io.github.camelsms.modem.command.NetworkCommands;
import io.github.camelsms.modem.command.SimCommands;
import io.github.camelsms.modem.session.ModemSession;
import io.github.camelsms.modem.session.OutgoingPart;
import io.github.camelsms.modem.session.Sessions;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** Sends what an exchange holds. The exchange completes when the network has accepted all parts. */
class GsmModemProducer extends DefaultAsyncProducer {

    private final GsmModemEndpoint endpoint;
    private volatile Sessions.Handle handle;

    GsmModemProducer(GsmModemEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        handle = endpoint.openSession();
    }

    @Override
    protected void doStop() throws Exception {
        if (handle != null) {
            handle.close();
        }
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        perform(exchange).whenComplete((done, failure) -> {
            if (failure != null) {
                exchange.setException(failure instanceof CompletionException ? failure.getCause() : failure);
            }
            callback.done(false);
        });
        return false;
    }

    private CompletionStage<Void> perform(Exchange exchange) {
        try {
            return switch (operation(exchange)) {
                case SEND -> send(exchange);
                case USSD ->
                    answered(
                            exchange,
                            handle.session()
                                    .ussd(exchange.getMessage()
                                            .getBody(String.class)
                                            .strip())
                                    .thenApply(Optional::of));
                case NETWORK_TIME -> answered(exchange, handle.session().query(NetworkCommands.clock()));
                case OWN_NUMBER -> answered(exchange, handle.session().query(SimCommands.ownNumber()));
            };
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Operation operation(Exchange exchange) {
        String wanted = exchange.getMessage().getHeader(GsmModemConstants.OPERATION, String.class);
        return wanted == null
                ? endpoint.getOperation()
                : Operation.valueOf(wanted.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static CompletionStage<Void> answered(Exchange exchange, CompletionStage<? extends Optional<?>> answer) {
        return answer.thenAccept(value -> exchange.getMessage()
                .setBody(value.orElseThrow(() -> new CompletionException(new SendFailedException(
                        FailureKind.REJECTED, "not-known", "the modem or its SIM does not know that")))));
    }

    private CompletionStage<Void> send(Exchange exchange) {
        try {
            ModemSession session = handle.session();
            Submission submission = Submission.of(exchange.getMessage());
            if (!session.status().isReady()) {
                throw session.notReady();
            }
            PartLedger ledger = exchange.getProperty(SmsConstants.LEDGER_PROPERTY, PartLedger.class);
            return send(exchange, session, submission, ledger == null ? new TransientLedger() : ledger);
        } catch (SendFailedException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static CompletionStage<Void> send(
            Exchange exchange, ModemSession session, Submission submission, PartLedger ledger) {
        return ledger.open(submission.total())
                .exceptionally(failure -> {
                    throw new CompletionException(new SendFailedException(
                            FailureKind.TEMPORARY, "ledger-failed", "the part ledger could not be opened", failure));
                })
                .thenCompose(plan -> {
                    List<OutgoingPart> parts = submission.outstanding(plan);
                    Map<Integer, String> references = new HashMap<>(plan.accepted());
                    return session.send(parts, ledger).thenAccept(sent -> {
                        references.putAll(sent);
                        tell(exchange, submission, references);
                    });
                });
    }

    private static void tell(Exchange exchange, Submission submission, Map<Integer, String> references) {
        List<String> inOrder = new ArrayList<>();
        for (int i = 1; i <= submission.total(); i++) {
            inOrder.add(references.get(i));
        }
        exchange.getMessage().setHeader(SmsConstants.REFERENCES, inOrder);
        exchange.getMessage().setHeader(SmsConstants.PARTS, submission.total());
    }

    /** Without the options: the PIN is one of them. */
    @Override
    public String toString() {
        return "Producer[" + endpoint + "]";
    }
}
