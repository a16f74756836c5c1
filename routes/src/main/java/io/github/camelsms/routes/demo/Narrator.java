package io.github.camelsms.routes.demo;

import io.github.camelsms.modem.simulator.SentMessage;
import io.github.camelsms.sms.camel.SmsConstants;
import java.io.PrintWriter;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Tells in plain words what happens to a message on its way. */
final class Narrator extends EventNotifierSupport {

    private final PrintWriter out;

    Narrator(PrintWriter out) {
        this.out = out;
        setIgnoreCamelContextEvents(true);
        setIgnoreExchangeSentEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeCompletedEvent completed) {
            tell(completed.getExchange());
        }
    }

    private void tell(Exchange exchange) {
        Message message = exchange.getMessage();
        switch (exchange.getFromRouteId()) {
            case "http-icewarp" -> {
                String id = message.getHeader(SmsConstants.MESSAGE_ID, String.class);
                if (id != null) {
                    say("accepted: message " + id + " for " + message.getHeader(SmsConstants.TO) + " is on disk");
                }
            }
            case "receive-demo" ->
                say("received: the modem has handed over a message, and its copy on the SIM is deleted");
            case "sms-to-mail" -> {
                Object file = message.getHeader(Exchange.FILE_NAME_PRODUCED);
                say("mail:     " + (file == null ? "the answer went to the mail server" : "the answer is in " + file));
            }
            default -> {}
        }
    }

    /** The phone has all parts of a message. */
    void phoneHas(SentMessage message) {
        int parts = message.references().size();
        say("sent:     the modem has sent it" + (parts == 1 ? "" : " in " + parts + " parts") + ", and the phone "
                + message.number() + " shows: " + message.text());
    }

    /** The phone writes back. */
    void phoneAnswers(String number, String text) {
        say("answer:   the phone " + number + " writes back: " + text);
    }

    private void say(String line) {
        out.println("  " + line.replaceAll("\\p{Cntrl}+", " "));
    }
}
