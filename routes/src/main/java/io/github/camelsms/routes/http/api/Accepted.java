package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.sms.camel.SmsConstants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** The last step of a request to send: the identities, in the order of the recipients. */
final class Accepted implements Processor {

    @Override
    public void process(Exchange exchange) {
        String[] ids = split(exchange, SmsConstants.MESSAGE_ID);
        String[] numbers = split(exchange, SmsConstants.TO);
        List<Map<String, String>> messages = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            Map<String, String> message = new LinkedHashMap<>();
            message.put("id", ids[i]);
            message.put("to", numbers[i]);
            message.put("href", "/api/messages/" + ids[i]);
            messages.add(message);
        }
        Answer answer = ApiJson.answer(202, Map.of("messages", messages));
        (ids.length == 1 ? answer.with("Location", "/api/messages/" + ids[0]) : answer).answer(exchange);
    }

    private static String[] split(Exchange exchange, String header) {
        return exchange.getMessage().getHeader(header, "", String.class).split(",", -1);
    }
}
