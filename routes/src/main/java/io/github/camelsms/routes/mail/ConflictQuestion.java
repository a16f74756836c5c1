package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.settings.MailSettings;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a phone for whom its message is, when several mailboxes have written to it. The question is accepted once for
 * each message, however often that is tried; the property {@link #ASKED} says whether it was.
 */
final class ConflictQuestion implements Processor {

    /** Exchange property: the phone was asked. */
    static final String ASKED = "CamelSmsConflictAsked";

    private static final Logger LOG = LoggerFactory.getLogger(ConflictQuestion.class);
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{7,15}");
    private static final int MOST_MAILBOXES = 4;
    private static final int MOST_PARTS = 3;

    private final CamelContext context;
    private final MailSettings settings;
    private final QuestionLimit limit;

    ConflictQuestion(CamelContext context, MailSettings settings, Clock clock) {
        this.context = context;
        this.settings = settings;
        this.limit = new QuestionLimit(settings.conflictInterval(), clock);
    }

    @Override
    public void process(Exchange exchange) {
        Message received = exchange.getMessage();
        String phone = received.getHeader(SmsConstants.FROM, "", String.class);
        String id = received.getHeader(SmsConstants.MESSAGE_ID, "", String.class);
        boolean mayBeAsked =
                !settings.conflict().isEmpty() && NUMBER.matcher(phone).matches() && limit.allows(phone, id);
        boolean asked = mayBeAsked && ask(received, phone, id);
        if (asked) {
            limit.asked(phone, id);
        }
        exchange.setProperty(ASKED, asked);
    }

    /** By the gateway that has received the message, so that the phone sees the number that it wrote to. */
    private boolean ask(Message received, String phone, String id) {
        Optional<String> gateway = Optional.ofNullable(received.getHeader(SmsConstants.GATEWAY, String.class));
        Optional<Exception> failure = submit(received, phone, id, gateway);
        if (failure.filter(ConflictQuestion::isGatewayUnknown).isPresent()) {
            failure = submit(received, phone, id, Optional.empty());
        }
        failure.ifPresent(why -> LOG.warn(
                "{} is not asked for whom it is, several mailboxes have written to its phone: {}",
                id,
                why.getMessage()));
        return failure.isEmpty();
    }

    private Optional<Exception> submit(Message received, String phone, String id, Optional<String> gateway) {
        Exchange question = new DefaultExchange(context);
        Message message = question.getMessage();
        message.setBody(text(received));
        message.setHeader(SmsConstants.TO, phone);
        message.setHeader(SmsConstants.MAX_PARTS, MOST_PARTS);
        message.setHeader(SmsConstants.REPORT_TO, IdentifiedMail.NOBODY);
        message.setHeader(SmsConstants.IDEMPOTENCY_KEY, "conflict-" + id);
        gateway.ifPresent(name -> message.setHeader(SmsConstants.GATEWAY, name));
        try (ProducerTemplate template = context.createProducerTemplate()) {
            return Optional.ofNullable(
                    template.send("direct:sms-submit", question).getException());
        } catch (java.io.IOException e) {
            return Optional.of(e);
        }
    }

    /** One pass: what stands in a mailbox is no template. */
    private String text(Message received) {
        List<?> links = received.getHeader(SmsConstants.REPLY_LINKS, List.of(), List.class);
        String mailboxes = links.stream()
                .limit(MOST_MAILBOXES)
                .map(mailbox -> "#" + mailbox + "#")
                .collect(Collectors.joining(" "));
        return settings.conflict().replace("%mailboxes%", mailboxes);
    }

    private static boolean isGatewayUnknown(Exception failure) {
        return failure instanceof SmsRejectedException refused && refused.code() == Code.NO_SUCH_GATEWAY;
    }
}
