package io.github.camelsms.routes.demo;

import io.github.camelsms.modem.simulator.SimulatedNetwork;
import io.github.camelsms.routes.gateway.Gateway;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** A simulated phone that answers, and three things to try. */
public final class Demo {

    /** Names of the route files among our resources that the demonstration adds. */
    public static final List<String> ROUTES = List.of("demo.yaml");

    private static final int REPEATED = 40;

    private final PrintWriter out;
    private final Narrator narrator;

    public Demo(PrintWriter out) {
        this.out = out;
        this.narrator = new Narrator(out);
    }

    /** Switches the phone on, and explains. */
    public void begin(Gateway gateway) {
        SimulatedNetwork network = SimulatedNetwork.named("demo");
        network.onMessage(narrator::phoneHas);
        network.answerWith(this::answer);
        gateway.context().getManagementStrategy().addEventNotifier(narrator);
        out.print(explanation(gateway.url()));
        out.flush();
    }

    private Optional<String> answer(String number, String text) {
        String answer = "I have read: " + start(text);
        narrator.phoneAnswers(number, answer);
        return Optional.of(answer);
    }

    private static String start(String text) {
        return text.codePointCount(0, text.length()) <= REPEATED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, REPEATED)) + "...";
    }

    private static String explanation(String url) {
        return """

                The modem and the phone are simulated, everything else is real. Try in another terminal, in this folder:

                1. Write to the phone, and get its answer as a mail:
                     curl '%1$s?number=+15551234567&data=Are+you+coming?&reply=me@example.org'
                2. Read the mail that the answer has become:
                     cat data/mail/*.eml
                3. Write more than fits into one short message, in any alphabet:
                     curl %1$s -d number=+15551234567 --data-urlencode 'data=Příliš žluťoučký kůň 🐎 úpěl ďábelské ódy. Всё приходит так, как было написано, по частям.'

                Ctrl-C ends it. What happens:

                """.formatted(url);
    }
}
