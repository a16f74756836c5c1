package io.github.camelsms.routes.http.kannel;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.sms.camel.ContentHeaders;
import io.github.camelsms.sms.camel.SmsConstants;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** The last step of {@code /cgi-bin/sendsms}: one receiver is told so, several are told in Kannel's other words. */
final class KannelAccepted implements Processor {

    private static final int ACCEPTED = 202;

    @Override
    public void process(Exchange exchange) {
        List<?> denied = exchange.getProperty(KannelIngress.DENIED, List.of(), List.class);
        boolean several = !denied.isEmpty()
                || exchange.getMessage()
                                .getHeader(SmsConstants.TO, "", String.class)
                                .indexOf(',')
                        >= 0;
        Answer.of(ACCEPTED, KannelForm.TYPE, several ? sent(exchange, denied) : "0: Accepted for delivery")
                .answer(exchange);
    }

    private static String sent(Exchange exchange, List<?> denied) {
        StringBuilder text = new StringBuilder("Sent.");
        if (!denied.isEmpty()) {
            text.append(" Denied receivers are:");
            denied.forEach(number -> text.append(' ').append(number));
        }
        int parts = ContentHeaders.segment(exchange.getMessage()).parts();
        if (parts > 1) {
            text.append(" Message splits: ").append(parts);
        }
        return text.toString();
    }
}
