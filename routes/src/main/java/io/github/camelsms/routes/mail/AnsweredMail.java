package io.github.camelsms.routes.mail;

import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.LinkSearch;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.Operations;
import io.github.camelsms.sms.store.ReplyLink;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Finds the mail that a short message answers: the last one that its mailbox has sent to this phone. */
final class AnsweredMail implements Processor {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,15}");

    private final Supplier<Operations> store;

    AnsweredMail(Supplier<Operations> store) {
        this.store = store;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        message.removeHeader(SmsConstants.MAIL_ID);
        String number = message.getHeader(SmsConstants.FROM, "", String.class);
        String mailbox = message.getHeader(MailBridge.MAILBOX, "", String.class);
        if (!NUMBER.matcher(number).matches() || mailbox.isEmpty()) {
            return;
        }
        LinkSearch last = LinkSearch.newest(1).withNumber(number).withMailbox(mailbox);
        List<ReplyLink> links = StoreAnswer.of(store.get().links(last));
        if (!links.isEmpty()) {
            Optional<MessageRecord> sent =
                    StoreAnswer.of(store.get().find(links.get(0).message()));
            sent.flatMap(found -> attribute(found, SmsConstants.MAIL_ID))
                    .ifPresent(id -> message.setHeader(SmsConstants.MAIL_ID, id));
        }
    }

    /** What travels with a message under the name of a header. */
    static Optional<String> attribute(MessageRecord message, String header) {
        String name = header.substring(SmsConstants.PREFIX.length());
        return Optional.ofNullable(message.message().attributes().values().get(name));
    }
}
