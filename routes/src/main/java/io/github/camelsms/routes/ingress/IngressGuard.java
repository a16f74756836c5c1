package io.github.camelsms.routes.ingress;

import io.github.camelsms.sms.camel.SmsConstants;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;

/**
 * The one place where something from outside becomes a message of ours. The exchange gets a new message that holds
 * what is listed here and nothing else; whatever the protocol's component put into the old one is gone, so nobody
 * outside can set a header that a component obeys.
 */
public final class IngressGuard {

    private IngressGuard() {}

    /**
     * Replaces the message of the exchange.
     *
     * @param account the authenticated account; empty when none is needed
     */
    public static void admit(Exchange exchange, SubmitRequest request, Optional<String> account) {
        Message message = new DefaultMessage(exchange);
        message.setBody(request.payload().body());
        message.setHeader(SmsConstants.TO, request.to().value());
        request.sender().ifPresent(sender -> message.setHeader(SmsConstants.FROM, sender));
        request.reply().ifPresent(mailbox -> message.setHeader(SmsConstants.REPLY_TO, mailbox.text()));
        request.gateway().ifPresent(gateway -> message.setHeader(SmsConstants.GATEWAY, gateway));
        request.maxParts().ifPresent(parts -> message.setHeader(SmsConstants.MAX_PARTS, parts));
        request.udh().ifPresent(udh -> message.setHeader(SmsConstants.UDH, udh));
        request.pid().ifPresent(pid -> message.setHeader(SmsConstants.PID, pid));
        request.dcs().ifPresent(dcs -> message.setHeader(SmsConstants.DCS, dcs));
        request.idempotencyKey().ifPresent(key -> message.setHeader(SmsConstants.IDEMPOTENCY_KEY, key));
        account.ifPresent(name -> {
            message.setHeader(SmsConstants.ACCOUNT, name);
            exchange.setProperty(SmsConstants.AUTHENTICATED_PROPERTY, name);
        });
        exchange.setIn(message);
    }
}
