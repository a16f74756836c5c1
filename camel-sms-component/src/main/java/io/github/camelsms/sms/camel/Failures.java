package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import io.github.camelsms.sms.store.Failure;
import io.github.camelsms.sms.store.SmsRejectedException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** What an exception says about the fate of a message. */
final class Failures {

    private static final String ROUTE_FAILED = "route-failed";

    private Failures() {}

    /** The exception behind the wrappers of futures. */
    static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Whether the store may do tomorrow what it refuses today. */
    static boolean isStoreTrouble(Throwable failure) {
        return failure instanceof SmsRejectedException rejected
                && rejected.code().retryable();
    }

    /**
     * A time-out after the request has gone out leaves the fate uncertain; any other exception of a route that does not
     * say more means that the attempt failed.
     */
    static Failure classify(Throwable failure) {
        Optional<SendFailedException> known = find(failure, SendFailedException.class);
        if (known.isPresent()) {
            SendFailedException sending = known.get();
            return new Failure(sending.kind(), sending.code(), sending.getMessage(), sending.retryAfter());
        }
        if (find(failure, SocketTimeoutException.class).isPresent()) {
            return new Failure(FailureKind.UNCERTAIN, "no-answer", "The gateway did not answer in time");
        }
        return new Failure(
                FailureKind.TEMPORARY,
                ROUTE_FAILED,
                "The route of the gateway failed with "
                        + root(failure).getClass().getSimpleName());
    }

    private static <X extends Throwable> Optional<X> find(Throwable failure, Class<X> type) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
