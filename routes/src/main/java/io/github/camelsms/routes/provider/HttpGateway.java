package io.github.camelsms.routes.provider;

import io.github.camelsms.routes.provider.RequestTemplate.Request;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.camel.TemplateHeaders;
import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import io.github.camelsms.sms.template.TemplateMessage;
import io.github.camelsms.sms.template.UrlTemplate;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step of a gateway route that hands a message, whole, to the HTTP service of a provider. It leaves the provider's
 * ids in {@code CamelSmsReferences}, the price in {@code CamelSmsPrice}, and fails with {@link SendFailedException}. No
 * thread waits for the answer.
 */
public final class HttpGateway extends AsyncProcessorSupport implements CamelContextAware {

    private static final Logger LOG = LoggerFactory.getLogger(HttpGateway.class);
    private static final List<String> VARIABLES =
            List.of("account", "secret", "host", "profile", "region", "callback", "gateway");

    private CamelContext context;
    private String lines = "";

    private Definition definition;
    private Map<String, String> variables = Map.of();
    private RequestTemplate template;
    private Optional<RequestTemplate> binary = Optional.empty();
    private Optional<UrlTemplate> callbackQuery = Optional.empty();
    private AnswerReader reader;
    private Optional<AccessToken> token = Optional.empty();
    private CloseableHttpAsyncClient client;
    /** The provider reports by the id that we have given, and gives none. */
    private boolean ownId;

    /** Lines {@code name = value}, as {@link Definition#parse} reads them. */
    public void setDefinition(String definition) {
        this.lines = definition;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.context = camelContext;
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    @Override
    protected void doStart() throws Exception {
        try {
            definition = Definition.parse(lines);
            variables = variables(definition);
            template = new RequestTemplate(definition, variables.keySet());
            binary = definition.forBinary().map(other -> new RequestTemplate(other, namesOfBinary()));
            callbackQuery = definition.value("callbackQuery").map(UrlTemplate::parse);
            reader = new AnswerReader(definition);
            ownId = definition.value("id").filter("own"::equals).isPresent();
            client = HttpClients.start(definition);
            token = definition.value("auth").filter("oauth2"::equals).isPresent()
                    ? Optional.of(new AccessToken(definition, this::transfer, Clock.systemUTC()))
                    : Optional.empty();
        } catch (IllegalArgumentException | IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("the HTTP gateway cannot be set up: " + e.getMessage(), e);
        }
        template.suspects()
                .forEach(suspect -> LOG.warn(
                        "[{}] '{}' in the URL is no variable and stays as it is", definition.gateway(), suspect));
        HttpGateways.of(context).put(definition);
    }

    @Override
    protected void doStop() throws Exception {
        if (definition != null) {
            HttpGateways.of(context).remove(definition);
        }
        if (client != null) {
            client.close();
        }
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Request request;
        try {
            Message in = exchange.getMessage();
            RequestTemplate fitting = in.getBody() instanceof byte[]
                    ? binary.orElseThrow(() -> new IllegalArgumentException("the provider takes no 8-bit data"))
                    : template;
            request = fitting.request(
                    message(in), Optional.ofNullable(in.getHeader(SmsConstants.PROVIDER_PARAMETERS, String.class)));
        } catch (IllegalArgumentException e) {
            exchange.setException(new SendFailedException(
                    FailureKind.REJECTED, "no-request", "No request can be made of the message: " + e.getMessage(), e));
            callback.done(true);
            return true;
        }
        PartLedger ledger = exchange.getProperty(SmsConstants.LEDGER_PROPERTY, PartLedger.class);
        CompletableFuture<Request> ready = authorized(request);
        CompletableFuture<Void> noted = ledger == null
                ? ready.thenApply(any -> null)
                : ready.thenCompose(any -> ledger.open(1)).thenCompose(plan -> ledger.sending(1));
        var unused = noted.thenCompose(any -> transfer(ready.join())).whenComplete((answer, failure) -> {
            try {
                if (failure != null) {
                    throw unwrapped(failure);
                }
                taken(exchange.getMessage(), answer);
            } catch (Exception e) {
                exchange.setException(e);
            }
            callback.done(false);
        });
        return false;
    }

    private void taken(Message message, ProviderAnswer answer) throws SendFailedException {
        if (answer.status() == 401) {
            token.ifPresent(AccessToken::forget);
        }
        AnswerReader.Taken taken = reader.read(answer);
        List<String> ids = ownId ? List.of(message.getHeader(SmsConstants.MESSAGE_ID, "", String.class)) : taken.ids();
        if (ids.isEmpty()) {
            message.removeHeader(SmsConstants.REFERENCES);
        } else {
            message.setHeader(SmsConstants.REFERENCES, ids);
        }
        taken.price().ifPresent(price -> message.setHeader(SmsConstants.PRICE, price));
        taken.balance().ifPresent(balance -> message.setHeader(SmsConstants.BALANCE, balance));
    }

    private CompletableFuture<ProviderAnswer> transfer(Request request) {
        return new Transfer(client).send(request);
    }

    private CompletableFuture<Request> authorized(Request request) {
        return token.map(known -> known.get().thenApply(text -> {
                    Map<String, String> fields = new TreeMap<>(request.fields());
                    fields.put("Authorization", "Bearer " + text);
                    return new Request(request.method(), request.url(), fields, request.body());
                }))
                .orElse(CompletableFuture.completedFuture(request));
    }

    private TemplateMessage message(Message in) {
        TemplateMessage message = TemplateHeaders.message(in, variables);
        Map<String, String> texts = new HashMap<>(message.texts());
        definition.value("sender").ifPresent(sender -> {
            texts.putIfAbsent("sender", sender);
            texts.putIfAbsent("sender_phonealias", sender);
        });
        if (in.getBody() instanceof byte[]) {
            texts.putAll(UserData.of(in));
        }
        if (callbackQuery.isPresent() && !variables.get("callback").isEmpty()) {
            texts.put(
                    "callback",
                    variables.get("callback") + "&" + callbackQuery.get().expand(message));
        }
        return message.withTexts(texts);
    }

    /** What the templates of a provider can say beside the message: settings of the gateway, also those that are empty. */
    private static Map<String, String> variables(Definition definition) {
        Map<String, String> variables = new HashMap<>();
        VARIABLES.forEach(name -> variables.put(name, definition.value(name).orElse("")));
        definition.value("callback").ifPresent(base -> variables.put("callback", CallbackUrl.of(base, definition)));
        return variables;
    }

    private Set<String> namesOfBinary() {
        Set<String> names = new TreeSet<>(variables.keySet());
        names.addAll(UserData.NAMES);
        return names;
    }

    private static Exception unwrapped(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof Exception exception ? exception : new IllegalStateException(cause);
    }
}
