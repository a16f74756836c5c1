package io.github.camelsms.routes.mailin;

import io.github.camelsms.listeners.smtp.camel.SmtpServerConstants;
import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.routes.ingress.IngressGuard;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.settings.EmgSettings;
import io.github.camelsms.routes.settings.MailInSettings;
import io.github.camelsms.routes.settings.MailboxSettings;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.camel.SmsConstants;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.UIDFolder;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.mail.MailAuthenticator;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailUidGenerator;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.eclipse.angus.mail.pop3.POP3Folder;

/** Puts what {@code smtp-in.yaml} and {@code mail-poll.yaml} refer to into a context. */
public final class MailIn {

    private final MailInSettings settings;
    private final Authentication authentication;
    private final Accounts accounts;
    private final Directory directory;
    private final LetterReader reader;

    private MailIn(
            MailInSettings settings,
            Accounts accounts,
            Authentication authentication,
            EmgSettings emg,
            Supplier<List<String>> gateways) {
        this.settings = settings;
        this.accounts = accounts;
        this.authentication = authentication;
        this.directory = new Directory(settings.smtp().localDomains(), settings.notifications(), gateways);
        this.reader = new LetterReader(
                emg,
                settings.smtp().usePriority() ? LetterReader.PriorityRule.FROM_MAIL : LetterReader.PriorityRule.NORMAL,
                Clock.systemUTC());
    }

    /**
     * Binds {@code smsSmtpAccounts}, {@code smsSmtpAliases} and {@code smsSmtpTls} for the endpoint, the steps {@code
     * smsSmtpIn}, {@code smsSmtpAccepted} and {@code smsSmtpRefused}, and for each mailbox NAME {@code
     * smsMailboxLogin-NAME}, {@code smsMailboxRead-NAME} and {@code smsMailboxFinish-NAME}, beside {@code smsMailPiece},
     * {@code smsMailOutcome} and {@code smsMailboxUid}.
     *
     * @param authentication of the SMTP listener
     * @param gateways ids of the gateways that there are now
     */
    public static void addTo(
            CamelContext context,
            MailInSettings settings,
            Accounts accounts,
            Authentication authentication,
            EmgSettings emg,
            Supplier<List<String>> gateways) {
        MailIn mail = new MailIn(settings, accounts, authentication, emg, gateways);
        context.getRegistry().bind("smsSmtpAccounts", accounts);
        context.getRegistry().bind("smsSmtpAliases", mail.directory);
        context.getRegistry()
                .bind("smsSmtpIn", new SmtpIngress(settings.smtp(), authentication, mail.directory, mail.reader));
        context.getRegistry().bind("smsSmtpAccepted", (Processor) LeftOut::tell);
        context.getRegistry().bind("smsSmtpRefused", (Processor) MailIn::refused);
        context.getRegistry().bind("smsMailPiece", (Processor) MailIn::admit);
        context.getRegistry().bind("smsMailboxUid", (MailUidGenerator) MailIn::uid);
        context.getRegistry().bind("smsMailOutcome", (AggregationStrategy) MailIn::collect);
        settings.mailboxes().values().forEach(mailbox -> mail.bind(context, mailbox));
    }

    private void bind(CamelContext context, MailboxSettings mailbox) {
        MailboxPoll poll = new MailboxPoll(
                mailbox,
                new MailboxIngress(
                        mailbox,
                        authentication,
                        accounts::contains,
                        directory,
                        reader,
                        settings.smtp().text()));
        context.getRegistry().bind("smsMailboxLogin-" + mailbox.name(), new Login(mailbox));
        context.getRegistry().bind("smsMailboxRead-" + mailbox.name(), (Processor) poll::read);
        context.getRegistry().bind("smsMailboxFinish-" + mailbox.name(), (Processor) poll::finish);
        context.getRegistry()
                .bind(
                        "smsMailboxKnown-" + mailbox.name(),
                        MemoryIdempotentRepository.memoryIdempotentRepository(10_000));
    }

    private static void admit(Exchange exchange) {
        Admission admission = exchange.getMessage().getBody(Admission.class);
        IngressGuard.admit(exchange, admission.request(), admission.account());
    }

    /** What the server calls a mail; what stands in it may be the same in another. */
    private static String uid(MailEndpoint endpoint, Message mail) {
        try {
            if (mail.getFolder() instanceof POP3Folder folder) {
                return folder.getUID(mail);
            }
            return mail.getFolder() instanceof UIDFolder folder
                    ? Long.toString(folder.getUID(mail))
                    : "number-" + mail.getMessageNumber();
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail server does not tell one mail from another (UIDL)", e);
        }
    }

    private static void refused(Exchange exchange) {
        RefusedException refused = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, RefusedException.class);
        exchange.setProperty(SmtpServerConstants.REPLY_PROPERTY, SmtpReplies.of(refused));
    }

    /** Notes what became of one piece; the next one is tried whatever that was. */
    private static Exchange collect(Exchange before, Exchange piece) {
        SubmitOutcome outcome = piece.getProperty(MailboxPoll.OUTCOME, SubmitOutcome.class);
        if (piece.getException() != null) {
            outcome.failed(piece.getException());
            piece.setException(null);
        } else {
            outcome.accepted(piece.getMessage().getHeader(SmsConstants.MESSAGE_ID, "", String.class));
        }
        return before == null ? piece : before;
    }

    /** Name and password of a mailbox, which stand in no URI. */
    private static final class Login extends MailAuthenticator {

        private final MailboxSettings mailbox;

        Login(MailboxSettings mailbox) {
            this.mailbox = mailbox;
        }

        @Override
        public PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(mailbox.username(), mailbox.password());
        }
    }
}
