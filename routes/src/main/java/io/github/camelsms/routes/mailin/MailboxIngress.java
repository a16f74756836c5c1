package io.github.camelsms.routes.mailin;

import io.github.camelsms.listeners.smtp.mail.MailContent;
import io.github.camelsms.listeners.smtp.mail.MailEnvelope;
import io.github.camelsms.listeners.smtp.mail.MailText;
import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.routes.ingress.Credentials;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.settings.MailboxSettings;
import io.github.camelsms.routes.settings.NotificationSettings;
import io.github.camelsms.sms.address.SmsAddress;
import io.github.camelsms.sms.address.SmsParameters;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whom the mails of a mailbox are for, and whether their senders may. A mail in a mailbox proves nothing of who has sent
 * it: it goes out when its address holds credentials, or when the operator has listed its sender.
 */
final class MailboxIngress {

    /** A mail does not say which client wrote it; guesses in mails count together, and against nobody's address. */
    private static final InetAddress NOWHERE = new InetSocketAddress(0).getAddress();

    private final MailboxSettings settings;
    private final Authentication authentication;
    private final Predicate<String> isAccount;
    private final Directory directory;
    private final LetterReader reader;
    private final MailText text;

    MailboxIngress(
            MailboxSettings settings,
            Authentication authentication,
            Predicate<String> isAccount,
            Directory directory,
            LetterReader reader,
            MailText text) {
        this.settings = settings;
        this.authentication = authentication;
        this.isAccount = isAccount;
        this.directory = directory;
        this.reader = reader;
        this.text = text;
    }

    /** What a mail asks for; what of it is refused goes to the outcome. */
    List<Admission> admissions(MailContent mail, MailEnvelope envelope, SubmitOutcome outcome) {
        List<Admission> admissions = new ArrayList<>();
        if (settings.notification().isPresent()) {
            attempt(
                    () -> notification(directory.named(settings.notification().get()), mail, envelope),
                    admissions,
                    outcome);
        } else if (!settings.numbers().isEmpty()) {
            SmsAddress fixed =
                    new SmsAddress(settings.numbers(), Optional.empty(), Optional.empty(), SmsParameters.NONE);
            attempt(() -> toPhone(fixed, "", mail, envelope), admissions, outcome);
        } else {
            // a copy that was delivered for one address is for that one, whoever else is named in it
            List<String> noted = ours(envelope.recipients());
            for (String address : noted.isEmpty() ? ours(envelope.addressed()) : noted) {
                attempt(() -> toAddress(address, mail, envelope), admissions, outcome);
            }
            if (admissions.isEmpty() && !outcome.isSetAside() && !outcome.isToBeRepeated()) {
                outcome.failed(Refusal.BAD_NUMBER.because("the mail names no phone of a domain of ours"));
            }
        }
        return admissions;
    }

    @FunctionalInterface
    private interface Attempt {
        Admission make() throws RefusedException;
    }

    private static void attempt(Attempt attempt, List<Admission> admissions, SubmitOutcome outcome) {
        try {
            admissions.add(attempt.make());
        } catch (RefusedException e) {
            outcome.failed(e);
        }
    }

    private List<String> ours(List<String> addresses) {
        return addresses.stream()
                .filter(address -> directory.notification(address).isPresent() || isPhone(address))
                .toList();
    }

    private boolean isPhone(String address) {
        Optional<SmsAddress> phone = phone(address);
        String domain = domain(address);
        return phone.isPresent()
                && (directory.isLocal(domain)
                        || directory.gateway(domain, phone.get()).isPresent());
    }

    private static Optional<SmsAddress> phone(String address) {
        try {
            return address.indexOf('@') < 0 ? Optional.empty() : Optional.of(SmsAddress.parse(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private Admission toAddress(String address, MailContent mail, MailEnvelope envelope) throws RefusedException {
        Optional<NotificationSettings> notification = directory.notification(address);
        return notification.isPresent()
                ? notification(notification.get(), mail, envelope)
                : toPhone(SmsAddress.parse(address), domain(address), mail, envelope);
    }

    private Admission notification(NotificationSettings notification, MailContent mail, MailEnvelope envelope)
            throws RefusedException {
        requireListed(mail);
        return Notification.admission(notification, mail, sender(mail, envelope), settings.account());
    }

    private Admission toPhone(SmsAddress address, String domain, MailContent mail, MailEnvelope envelope)
            throws RefusedException {
        if (address.parameters().value("authenticated").isPresent()) {
            throw Refusal.PARAM_NOT_ALLOWED.because("the parameter authenticated is not allowed from outside");
        }
        Optional<Credentials> credentials = address.parameters()
                .credentials()
                .map(told -> told.forAccount(isAccount))
                .map(meant -> new Credentials(meant.user(), meant.password()));
        // where everybody on this machine may send, a password proves nothing
        boolean proves = credentials.isPresent() && !authentication.isOpen();
        Optional<String> account = proves ? authentication.check(credentials, NOWHERE) : settings.account();
        if (!proves) {
            requireListed(mail);
        }
        String said = text.of(mail, sender(mail, envelope))
                .orElseThrow(() -> Refusal.MISSING_PARAM.because("there is no text in the mail"));
        boolean proven = proves || !settings.senders().contains("*");
        Letter letter = new Letter(
                address.recipients(),
                directory.gateway(domain, address),
                address.parameters().withoutCredentials(),
                proves ? mail.options() : Map.of(),
                mail,
                said,
                sender(mail, envelope),
                proven ? Letter.Reports.TO_SENDER : Letter.Reports.TO_NOBODY);
        return new Admission(reader.request(letter, settings.maxParts()), account);
    }

    private static String sender(MailContent mail, MailEnvelope envelope) {
        return envelope.sender().or(mail::from).orElse("");
    }

    private void requireListed(MailContent mail) throws RefusedException {
        String from = mail.from().orElse("").toLowerCase(Locale.ROOT);
        String domain = from.substring(from.lastIndexOf('@') + 1);
        boolean listed = settings.senders().stream()
                .anyMatch(allowed -> allowed.equals("*") || allowed.equals(from) || allowed.equals("@" + domain));
        if (!listed) {
            throw Refusal.UNAUTHENTICATED.because("its sender is not among sms.mailboxes." + settings.name()
                    + ".senders, and the address holds no user and pass");
        }
    }
}
