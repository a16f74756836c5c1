package io.github.camelsms.routes.mailin;

import io.github.camelsms.listeners.smtp.mail.MailContent;
import io.github.camelsms.listeners.smtp.mail.MailKey;
import io.github.camelsms.routes.ingress.Option;
import io.github.camelsms.routes.ingress.Payload;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.SubmitRequest;
import io.github.camelsms.routes.ingress.TextRules;
import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.routes.settings.NotificationSettings;
import io.github.camelsms.sms.address.PhoneNumber;
import java.util.Optional;
import java.util.stream.Collectors;

/** A mail that phones are told of. Nobody is told by mail what became of that. */
final class Notification {

    private Notification() {}

    /**
     * @param account of who has sent the mail
     */
    static Admission admission(
            NotificationSettings notification, MailContent mail, String sender, Optional<String> account)
            throws RefusedException {
        String text = NotificationText.of(notification, mail, sender)
                .orElseThrow(() -> Refusal.MISSING_PARAM.because("there is nothing in the mail to tell of"));
        Optional<String> shown = notification.sender();
        SubmitRequest request = SubmitRequest.of(notification.numbers(), Payload.text(text))
                .with(Option.MAX_PARTS, notification.maxParts())
                .with(Option.GATEWAY, notification.gateway())
                .with(Option.SENDER, shown.isEmpty() ? shown : Optional.of(TextRules.sender(shown.get())))
                .with(Option.REPLY, notification.reply().map(MailAddress::text))
                .with(Option.REPORT_TO, "<>")
                .with(
                        Option.IDEMPOTENCY_KEY,
                        mail.messageId()
                                .map(id -> MailKey.of(
                                        sender,
                                        notification.numbers().stream()
                                                .map(PhoneNumber::value)
                                                .collect(Collectors.joining(",")),
                                        id,
                                        text)));
        return new Admission(request, notification.account().or(() -> account));
    }
}
