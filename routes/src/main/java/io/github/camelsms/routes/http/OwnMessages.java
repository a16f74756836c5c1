package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.Operations;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.camel.CamelContext;

/** The messages that an account may see: its own. Another's is as if it were not there. */
public final class OwnMessages {

    private final CamelContext context;

    public OwnMessages(CamelContext context) {
        this.context = context;
    }

    /** The store of the component {@code sms}. */
    public Operations store() {
        return context.getComponent("sms", SmsComponent.class).operations();
    }

    /**
     * One message; the stage fails when there is none.
     *
     * @param account empty when no credentials are needed, and all messages are seen
     */
    public CompletionStage<MessageRecord> find(Optional<String> account, String id) throws RefusedException {
        return store().find(id(id)).thenApply(message -> message.filter(
                        found -> account.isEmpty() || found.message().account().equals(account))
                .orElseThrow(() -> new CompletionException(noSuchMessage())));
    }

    /** An identity as it was written by a client. */
    public static MessageId id(String text) throws RefusedException {
        try {
            return new MessageId(text);
        } catch (IllegalArgumentException e) {
            throw noSuchMessage();
        }
    }

    private static RefusedException noSuchMessage() {
        return Refusal.NO_SUCH_MESSAGE.because("there is no message of yours with this id");
    }
}
