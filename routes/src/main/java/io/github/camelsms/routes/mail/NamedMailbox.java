package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.routes.settings.MailSettings;
import io.github.camelsms.sms.address.MailTag;
import io.github.camelsms.sms.camel.SmsConstants;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Reads {@code #joe@example.org# Hello}: the message is for Joe, and says Hello. Only mailboxes of our own domains
 * count, and those that have written to this phone: whoever has a phone must not be able to send mail to the world.
 */
final class NamedMailbox implements Processor {

    private final MailSettings settings;

    NamedMailbox(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        List<MailAddress> linked = ReceivedMessage.linked(message);
        message.setHeader(
                SmsConstants.REPLY_LINKS, linked.stream().map(MailAddress::text).toList());
        message.removeHeader(MailBridge.MAILBOX);
        Optional<MailTag> tag = message.getBody() instanceof String text ? MailTag.find(text) : Optional.empty();
        tag.filter(named -> isAllowed(new MailAddress(named.mail()), linked)).ifPresent(named -> {
            message.setHeader(MailBridge.MAILBOX, named.mail());
            message.setBody(named.rest());
        });
    }

    private boolean isAllowed(MailAddress mailbox, List<MailAddress> linked) {
        return settings.mayBeNamed(mailbox)
                || linked.stream().anyMatch(other -> other.key().equals(mailbox.key()));
    }
}
