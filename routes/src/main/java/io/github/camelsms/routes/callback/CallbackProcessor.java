package io.github.camelsms.routes.callback;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.AnswerForm;
import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.ingress.IngressGuard;
import io.github.camelsms.routes.ingress.ReceivedRequest;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.ReportRequest;
import io.github.camelsms.routes.provider.Definition;
import io.github.camelsms.routes.provider.HttpGateways;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.report.DeliveryState;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes, reads, files and answers the calls of providers. What is filed is on disk before the answer; when it cannot be
 * filed, the provider is told to try again.
 */
final class CallbackProcessor extends AsyncProcessorSupport {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackProcessor.class);

    private final CamelContext context;
    private final Clock clock;
    private ProducerTemplate filing;

    CallbackProcessor(CamelContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    @Override
    protected void doStart() {
        filing = context.createProducerTemplate();
    }

    @Override
    protected void doStop() {
        filing.stop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Message message = exchange.getMessage();
        try {
            HttpCall call = HttpCall.of(exchange);
            String provider = provider(call);
            CallbackDocument document = CallbackDocument.of(call, charsetParameter(provider));
            Optional<Definition> gateway = gateway(provider, document);
            if (gateway.isEmpty() || !Signature.verify(call, document, gateway.get(), clock.instant())) {
                // the same for an unknown gateway: whoever asks learns nothing
                LOG.warn("a call to {} is refused: no such gateway, or its signature or key is wrong", provider);
                throw Refusal.FORBIDDEN.because("the signature or the key is wrong");
            }
            List<CallbackItem> items = new CallbackReader(gateway.get()).read(document.json());
            var unused = CompletableFuture.allOf(items.stream()
                            .map(item -> file(gateway.get().gateway(), item))
                            .toArray(CompletableFuture[]::new))
                    .whenComplete((done, failure) -> {
                        message.setBody(failure == null ? answer(gateway.get()) : refused(gateway.get(), failure));
                        callback.done(false);
                    });
            return false;
        } catch (IllegalArgumentException e) {
            LOG.warn("a call of a provider cannot be read: {}", e.getMessage());
            exchange.setException(Refusal.BAD_REQUEST.because("the call cannot be read"));
        } catch (Exception e) {
            exchange.setException(e);
        }
        callback.done(true);
        return true;
    }

    /** The provider that the path names: {@code /sms/receive_twilio}, also with {@code .html} behind it. */
    private static String provider(HttpCall call) {
        String name = call.path().substring(call.path().lastIndexOf('/') + 1).replaceFirst("\\.html?$", "");
        return name.matches("receive_[A-Za-z0-9_-]{1,40}") ? name.substring("receive_".length()) : "";
    }

    private String charsetParameter(String provider) {
        return HttpGateways.of(context).of(provider).stream()
                .flatMap(gateway -> gateway.value("incoming.charset").stream())
                .findFirst()
                .orElse("");
    }

    /** The gateway that the call names, or the only one of the provider. */
    private Optional<Definition> gateway(String provider, CallbackDocument document) {
        List<Definition> gateways = HttpGateways.of(context).of(provider);
        String named = document.query().getOrDefault("gateway", "");
        if (named.isEmpty() && gateways.size() == 1) {
            return Optional.of(gateways.get(0));
        }
        return gateways.stream()
                .filter(gateway -> gateway.gateway().equals(named))
                .findFirst();
    }

    private CompletableFuture<?> file(String gateway, CallbackItem item) {
        Exchange exchange = new DefaultExchange(context);
        String mailbox;
        if (item instanceof CallbackItem.Report report) {
            mailbox = "sms:reports";
            IngressGuard.admit(
                    exchange,
                    new ReportRequest(gateway, report.reference(), report.recipient(), state(report.state())));
            exchange.getMessage().setHeader(SmsConstants.REASON, report.reason());
        } else {
            CallbackItem.Received received = (CallbackItem.Received) item;
            mailbox = "sms:incoming";
            IngressGuard.admit(
                    exchange,
                    new ReceivedRequest(
                            gateway, received.from(), received.payload(), received.reference(), received.options()));
        }
        return filing.asyncSend(mailbox, exchange).thenAccept(filed -> {
            if (filed.getException() != null) {
                throw new IllegalStateException(filed.getException());
            }
        });
    }

    /** What is not known is no news; the store keeps the message on its way. */
    private static String state(DeliveryState state) {
        return state == DeliveryState.UNKNOWN ? DeliveryState.ENROUTE.name() : state.name();
    }

    private static Answer answer(Definition gateway) {
        return Answer.of(
                gateway.value("answerStatus").map(Integer::parseInt).orElse(200),
                gateway.value("answerType").orElse("text/plain;charset=utf-8"),
                gateway.value("answer").orElse(""));
    }

    private static Answer refused(Definition gateway, Throwable failure) {
        LOG.error(
                "[{}] what the provider tells cannot be filed: {}",
                gateway.gateway(),
                failure.getClass().getSimpleName());
        LOG.debug("[{}]", gateway.gateway(), failure);
        return AnswerForm.PLAIN.refused(Refusal.STORE_DOWN, "try again later");
    }
}
