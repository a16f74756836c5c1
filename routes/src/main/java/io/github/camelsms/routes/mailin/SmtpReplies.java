package io.github.camelsms.routes.mailin;

import io.github.camelsms.listeners.smtp.SmtpReply;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;

/** Refusals in the words of SMTP (RFC 5321, 4.2.3; RFC 3463). */
final class SmtpReplies {

    private SmtpReplies() {}

    static SmtpReply of(RefusedException refused) {
        String why = refused.getMessage() + " (" + refused.refusal().code() + ")";
        return switch (refused.refusal()) {
            case UNAUTHENTICATED -> new SmtpReply(530, "5.7.0", why);
            case BAD_NUMBER -> new SmtpReply(501, "5.1.3", why);
            case NO_SUCH_GATEWAY -> new SmtpReply(550, "5.1.1", why);
            case TOO_MANY_PARTS, BODY_TOO_LARGE -> new SmtpReply(554, "5.3.4", why);
            case QUEUE_FULL -> new SmtpReply(452, "4.2.2", why);
            case STORE_FULL -> new SmtpReply(452, "4.3.1", why);
            default -> byStatus(refused.refusal(), why);
        };
    }

    private static SmtpReply byStatus(Refusal refusal, String why) {
        return switch (refusal.status()) {
            case 403 -> new SmtpReply(550, "5.7.1", why);
            case 429 -> new SmtpReply(450, "4.7.1", why);
            case 408, 500, 503 -> new SmtpReply(451, "4.3.0", why);
            default -> new SmtpReply(554, "5.6.0", why);
        };
    }
}
