package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.account.AccountDirectory;
import io.github.camelsms.routes.explain.Explainer;
import io.github.camelsms.routes.http.AnswerForm;
import io.github.camelsms.routes.http.Entrance;
import io.github.camelsms.routes.http.OwnMessages;
import io.github.camelsms.routes.ingress.Authentication;
import java.time.Clock;
import java.util.Set;
import org.apache.camel.CamelContext;

/** Our own interface, {@code /api}: JSON, described by {@code openapi.yaml}. */
public final class Api {

    /** Refusals as problem details. */
    public static final AnswerForm PROBLEMS = new ProblemForm();

    private Api() {}

    /** How a path is answered when no route could: under {@code /api} as problem details. */
    public static AnswerForm form(String path) {
        return path.startsWith("/api/") ? PROBLEMS : AnswerForm.PLAIN;
    }

    /**
     * Binds the beans of {@code http-api.yaml}: {@code smsHttpApi}, {@code smsApi} and {@code smsApiAccepted}.
     *
     * @param directory the accounts
     * @param incomingReaders accounts that see what was received
     */
    public static void addTo(
            CamelContext context,
            Entrance entrance,
            AccountDirectory directory,
            Set<String> incomingReaders,
            Clock clock) {
        OwnMessages store = new OwnMessages(context);
        Authentication authentication = entrance.authentication();
        Messages messages = new Messages(store, authentication);
        ReceivedMessages received = new ReceivedMessages(store, incomingReaders, authentication);
        Administration administration = new Administration(
                new ManagedAccounts(directory, authentication.zone()), new KillSwitch(store::store), authentication);
        Explanations explanations = new Explanations(store, new Explainer(context), authentication);
        context.getRegistry().bind("smsHttpApi", PROBLEMS);
        context.getRegistry()
                .bind(
                        "smsApi",
                        new ApiIngress(
                                entrance, messages, received, new Links(store), administration, explanations, clock));
        context.getRegistry().bind("smsApiAccepted", new Accepted());
    }
}
