package io.github.camelsms.routes.ingress;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.camel.SmsConstants;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;

/**
 * The one place where something from outside becomes a message of ours. The exchange gets a new message that holds
 * what is listed here and in {@link Option}, and nothing else; whatever the protocol's component put into the old one
 * is gone, so nobody outside can set a header that a component obeys.
 */
public final class IngressGuard {

    private IngressGuard() {}

    /**
     * Replaces the message of the exchange by one that is to be sent.
     *
     * @param account the authenticated account; empty when none is needed
     */
    public static void admit(Exchange exchange, SubmitRequest request, Optional<String> account) {
        Message message = new DefaultMessage(exchange);
        message.setBody(request.payload().body());
        List<String> numbers = request.to().stream().map(PhoneNumber::value).toList();
        message.setHeader(SmsConstants.TO, String.join(",", numbers));
        request.options().forEach((option, value) -> message.setHeader(option.header(), value));
        account.ifPresent(name -> {
            message.setHeader(SmsConstants.ACCOUNT, name);
            exchange.setProperty(SmsConstants.AUTHENTICATED_PROPERTY, name);
        });
        exchange.setIn(message);
    }

    /** Replaces the message of the exchange by one that was received. */
    public static void admit(Exchange exchange, ReceivedRequest request) {
        Message message = new DefaultMessage(exchange);
        message.setBody(request.payload().body());
        message.setHeader(SmsConstants.FROM, request.originator());
        message.setHeader(SmsConstants.GATEWAY, request.gateway());
        request.options().forEach((option, value) -> message.setHeader(option.header(), value));
        request.reference().ifPresent(id -> message.setHeader(SmsConstants.REFERENCES, List.of(id)));
        exchange.setIn(message);
    }

    /** Replaces the message of the exchange by a delivery report. */
    public static void admit(Exchange exchange, ReportRequest request) {
        Message message = new DefaultMessage(exchange);
        message.setHeader(SmsConstants.GATEWAY, request.gateway());
        message.setHeader(SmsConstants.REFERENCES, List.of(request.reference()));
        message.setHeader(SmsConstants.STATE, request.state());
        request.recipient().ifPresent(number -> message.setHeader(SmsConstants.TO, number));
        exchange.setIn(message);
    }
}
