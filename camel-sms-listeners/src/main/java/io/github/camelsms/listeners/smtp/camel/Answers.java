package io.github.camelsms.listeners.smtp.camel;

import io.github.camelsms.listeners.smtp.SmtpReply;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import io.github.camelsms.sms.store.SmsRejectedException;
import java.util.List;

/** What a client is told of exchanges that have failed: the kind, and nothing of what an exception says. */
final class Answers {

    static final SmtpReply TOO_SLOW = new SmtpReply(451, "4.3.0", "It takes too long, try again later");
    static final SmtpReply BROKEN = new SmtpReply(554, "5.6.0", "The mail cannot be read");
    static final SmtpReply NO_TEXT = new SmtpReply(554, "5.6.1", "There is no text in the mail");

    private static final SmtpReply FAILED = new SmtpReply(451, "4.3.0", "Not possible now, try again later");
    private static final int MAX_CAUSES = 20;

    private Answers() {}

    /** The route has said what the client is told. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient SmtpReply reply;

        Refused(SmtpReply reply) {
            super(reply.text(), null, false, false);
            this.reply = reply;
        }
    }

    static SmtpReply of(Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused.reply;
        }
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof SmsRejectedException rejected) {
                return of(rejected.code());
            }
            if (cause instanceof SendFailedException sending) {
                return sending.kind() == FailureKind.REJECTED
                        ? new SmtpReply(550, "5.7.1", "Refused (" + sending.code() + ")")
                        : FAILED;
            }
            if (cause instanceof SecurityException) {
                return new SmtpReply(550, "5.7.1", "Not allowed");
            }
            cause = cause.getCause();
        }
        return FAILED;
    }

    private static SmtpReply of(SmsRejectedException.Code code) {
        String why = "(" + code.word() + ")";
        return switch (code) {
            case BAD_NUMBER -> new SmtpReply(501, "5.1.3", "That is not a number " + why);
            case NO_SUCH_GATEWAY -> new SmtpReply(550, "5.1.1", "There is no such gateway " + why);
            case TOO_MANY_PARTS -> new SmtpReply(554, "5.3.4", "The text is too long " + why);
            case STORE_FULL -> new SmtpReply(452, "4.3.1", "There is no room " + why);
            case QUEUE_FULL -> new SmtpReply(452, "4.2.2", "Too many messages are waiting " + why);
            case QUOTA_EXCEEDED -> new SmtpReply(552, "5.2.2", "The limit of this month is used up " + why);
            case RATE_LIMITED -> new SmtpReply(450, "4.7.1", "Too many messages in this time " + why);
            case REJECTED_BY_RULE,
                    OPTED_OUT,
                    DESTINATION_DENIED,
                    SENDER_NOT_ALLOWED,
                    FORBIDDEN,
                    ACCOUNT_INACTIVE,
                    ACCOUNT_EXPIRED -> new SmtpReply(550, "5.7.1", "Not allowed " + why);
            case SENDING_STOPPED ->
                new SmtpReply(451, "4.3.2", "The operator has stopped sending, try again later " + why);
            case OVERLOADED, STORE_DOWN, RULE_FAILED ->
                new SmtpReply(451, "4.3.0", "Not possible now, try again later " + why);
            default -> new SmtpReply(554, "5.6.0", "The message is refused " + why);
        };
    }

    /**
     * The one answer to a mail. A temporary failure of one recipient makes it temporary for all: the client comes again,
     * and what was taken is known by its key.
     */
    static SmtpReply of(List<String> ids, List<SmtpReply> failures, int recipients) {
        if (failures.isEmpty()) {
            String shown = ids.isEmpty() ? "" : " (id=" + shorten(ids) + ")";
            return new SmtpReply(250, "2.6.0", "Messaging accepted" + shown);
        }
        SmtpReply first =
                failures.stream().filter(SmtpReply::isTemporary).findFirst().orElse(failures.get(0));
        if (recipients == failures.size() || first.isTemporary()) {
            return first;
        }
        return new SmtpReply(
                554,
                "5.5.0",
                first.text() + "; accepted for " + (recipients - failures.size()) + " of " + recipients
                        + " recipients (id=" + shorten(ids) + ")");
    }

    private static String shorten(List<String> ids) {
        int most = 8;
        return String.join(",", ids.subList(0, Math.min(most, ids.size()))) + (ids.size() > most ? ",..." : "");
    }
}
