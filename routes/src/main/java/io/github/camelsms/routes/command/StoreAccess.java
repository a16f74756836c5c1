package io.github.camelsms.routes.command;

import io.github.camelsms.routes.settings.InvalidSettingException;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.Operations;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The store that the settings name, for as long as a command needs it. */
final class StoreAccess implements AutoCloseable {

    private final Operations operations;

    private StoreAccess(Operations operations) {
        this.operations = operations;
    }

    static StoreAccess open(SettingsOptions options) throws InvalidSettingException {
        return new StoreAccess(
                SmsComponent.operations(options.settings().store()).by(actor()));
    }

    /** The same; a store that is not there yet is made, so that accounts can be set up before the first start. */
    static StoreAccess openOrCreate(Settings settings) {
        return new StoreAccess(SmsComponent.operationsOfNew(settings.store()).by(actor()));
    }

    /** As the audit log names who works here. */
    private static String actor() {
        return "command " + System.getProperty("user.name");
    }

    /**
     * A message.
     *
     * @throws SmsRejectedException when there is none of that identity
     */
    MessageRecord message(MessageId id) {
        return get(operations -> operations.find(id))
                .orElseThrow(() -> new SmsRejectedException(Code.NOT_FOUND, "There is no message " + id));
    }

    /** Does one thing and waits for it; a refusal is thrown as the store has said it. */
    <T> T get(Function<Operations, CompletionStage<T>> what) {
        try {
            return what.apply(operations).toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw e;
        }
    }

    Operations operations() {
        return operations;
    }

    @Override
    public void close() {
        operations.close();
    }
}
