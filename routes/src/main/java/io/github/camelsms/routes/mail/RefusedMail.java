package io.github.camelsms.routes.mail;

import jakarta.mail.MessagingException;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Whether the mail server has refused a mail for good: an answer 5yz (RFC 5321, 4.2.1) to the recipient or the mail. */
final class RefusedMail implements Predicate {

    private static final int MOST_CAUSES = 20;

    @Override
    public boolean matches(Exchange exchange) {
        // where doCatch asks, the exception is still that of the exchange
        Throwable failure = exchange.getException() == null
                ? exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)
                : exchange.getException();
        for (int i = 0; failure != null && i < MOST_CAUSES; i++) {
            if (isPermanent(failure)) {
                return true;
            }
            failure = next(failure);
        }
        return false;
    }

    /** Jakarta Mail has a chain of its own beside that of causes. */
    private static Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failure.getCause();
    }

    private static boolean isPermanent(Throwable failure) {
        int code = failure instanceof SMTPAddressFailedException recipient
                ? recipient.getReturnCode()
                : failure instanceof SMTPSendFailedException mail
                        ? mail.getReturnCode()
                        : failure instanceof SMTPSenderFailedException sender ? sender.getReturnCode() : 0;
        // 530 and the like are ours to mend: the message waits
        return code / 100 == 5 && code != 530 && code != 535 && code != 538;
    }
}
