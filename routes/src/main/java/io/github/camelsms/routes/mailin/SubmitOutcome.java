package io.github.camelsms.routes.mailin;

import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.sms.store.SmsRejectedException;
import java.util.ArrayList;
import java.util.List;

/** What became of the messages that a mail of a mailbox was to be. */
final class SubmitOutcome {

    private final List<String> accepted = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    void accepted(String ids) {
        accepted.add(ids);
    }

    /** It did not work, for good or for now. */
    void failed(Throwable failure) {
        if (failure instanceof RefusedException no
                && !no.refusal().retryable()
                && no.refusal().status() != 429) {
            refused.add(no.refusal().code() + ", " + no.getMessage());
        } else if (failure instanceof SmsRejectedException no && !no.code().retryable()) {
            refused.add(no.code().word());
        } else {
            failed.add(
                    failure instanceof SmsRejectedException no
                            ? no.code().word()
                            : failure.getClass().getSimpleName());
        }
    }

    /** Whether the mail has to come again: something may work later. What was accepted is known then by its key. */
    boolean isToBeRepeated() {
        return !failed.isEmpty();
    }

    /** Whether somebody should look at the mail. */
    boolean isSetAside() {
        return failed.isEmpty() && !refused.isEmpty();
    }

    List<String> ids() {
        return List.copyOf(accepted);
    }

    /** Why, without anything that came in. */
    String reason() {
        return String.join(
                "; ", (failed.isEmpty() ? refused : failed).stream().distinct().toList());
    }
}
