package io.github.camelsms.listeners.smtp;

import io.github.camelsms.listeners.smtp.Recipient.Trust;
import io.github.camelsms.sms.address.AddressCredentials;
import io.github.camelsms.sms.address.SmsAddress;
import java.io.IOException;
import java.util.Optional;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/** {@code RCPT TO:<…>}: one recipient, which gets its own answer. */
final class RecipientCommand extends BaseCommand {

    private static final String TO = "TO:";

    private final RelayGuard relay;
    private final Login login;
    private final Aliases aliases;
    private final SmtpLimits limits;

    RecipientCommand(RelayGuard relay, Login login, Aliases aliases, SmtpLimits limits) {
        super("RCPT", "Specifies a recipient.", "TO:<recipient>");
        this.relay = relay;
        this.login = login;
        this.aliases = aliases;
        this.limits = limits;
    }

    @Override
    public void execute(String commandString, Session session) throws IOException, DropConnectionException {
        try {
            if (!(session.getMessageHandler() instanceof Transaction transaction)) {
                throw new RefusedException(503, "5.5.1", "Say MAIL first");
            }
            if (transaction.recipients().size() >= limits.recipients()) {
                throw new RefusedException(452, "4.5.3", "Too many recipients");
            }
            transaction.add(recipient(getArgPredicate(commandString), session));
            session.sendResponse("250 2.1.5 ok");
        } catch (RefusedException e) {
            session.sendResponse(e.reply().line());
        }
    }

    private Recipient recipient(String argument, Session session) throws RefusedException {
        if (!argument.regionMatches(true, 0, TO, 0, TO.length())) {
            throw new RefusedException(501, "5.5.4", "Syntax: RCPT TO:<address>");
        }
        MailPath path = MailPath.parse(argument.substring(TO.length()));
        if (!path.parameters().isEmpty()) {
            throw new RefusedException(555, "5.5.4", "That parameter is not known here");
        }
        Optional<SmsAddress> meant = aliases.find(path.written());
        Optional<SmsAddress> address = meant.or(() -> address(path));
        Optional<String> account = account(address, session);
        Trust trust = trust(account, session);
        if (trust == Trust.NONE) {
            relay.check(path.domain());
        }
        return new Recipient(
                address.orElseThrow(
                        () -> new RefusedException(501, "5.1.3", "That is not the address of a phone: number@domain")),
                path.domain(),
                meant.map(phones -> path.written()),
                account,
                trust);
    }

    private Trust trust(Optional<String> account, Session session) {
        if (account.isPresent()) {
            return Trust.ACCOUNT;
        }
        return relay.isLocal(Login.client(session)) ? Trust.LOCAL : Trust.NONE;
    }

    /** What came with the address is of this recipient alone, so it wins. */
    private Optional<String> account(Optional<SmsAddress> address, Session session) throws RefusedException {
        Optional<AddressCredentials> credentials =
                login.isPossible() ? address.flatMap(a -> a.parameters().credentials()) : Optional.empty();
        if (credentials.isEmpty()) {
            return Authentication.account(session);
        }
        AddressCredentials told = credentials.get();
        return Optional.of(login.check(told.user(), told.password(), session));
    }

    private static Optional<SmsAddress> address(MailPath path) {
        try {
            SmsAddress address = SmsAddress.parse(path.written());
            address.parameters().maxParts();
            boolean claims = address.parameters().value("authenticated").isPresent();
            return path.isEmpty() || claims ? Optional.empty() : Optional.of(address);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
