package io.github.camelsms.routes.http.clickatell;

import io.github.camelsms.sms.camel.SmsConstants;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** The last step of {@code /http/sendmsg}: {@code ID: …}, with several numbers a line for each. */
final class ClickatellAccepted implements Processor {

    @Override
    public void process(Exchange exchange) {
        Iterator<String> ids = split(exchange, SmsConstants.MESSAGE_ID);
        Iterator<String> numbers = split(exchange, SmsConstants.TO);
        List<?> refused = exchange.getProperty(ClickatellIngress.REFUSED, List.of(""), List.class);
        List<String> lines = new ArrayList<>();
        for (Object line : refused) {
            lines.add(line.equals("") ? "ID: " + ids.next() + " To: " + numbers.next() : line.toString());
        }
        String text = String.join("\n", lines);
        ClickatellForm.line(lines.size() == 1 ? text.replaceFirst(" To: .*", "") : text)
                .answer(exchange);
    }

    private static Iterator<String> split(Exchange exchange, String header) {
        return List.of(exchange.getMessage().getHeader(header, "", String.class).split(",", -1))
                .iterator();
    }
}
