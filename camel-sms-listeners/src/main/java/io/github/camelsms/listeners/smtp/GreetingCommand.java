package io.github.camelsms.listeners.smtp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/** {@code EHLO} and {@code HELO}. The first one lists what is really there; neither names a product. */
final class GreetingCommand extends BaseCommand {

    private static final String EHLO = "EHLO";

    private final SmtpSettings settings;

    GreetingCommand(String verb, SmtpSettings settings) {
        super(verb, "Introduces the client.", "<host>");
        this.settings = settings;
    }

    @Override
    public void execute(String commandString, Session session) throws IOException {
        String[] words = getArgs(commandString);
        if (words.length < 2) {
            session.sendResponse("501 5.5.4 Syntax: " + getName() + " host");
            return;
        }
        session.resetMailTransaction();
        session.setHelo(words[1]);
        session.sendResponse(
                getName().equals(EHLO) ? extended(session) : "250 " + settings.name() + " Pleased to meet you");
    }

    private String extended(Session session) {
        List<String> lines = new ArrayList<>();
        lines.add(settings.name() + " Pleased to meet you");
        lines.add("8BITMIME");
        lines.add("SIZE " + settings.limits().messageSize());
        if (settings.tls().isPresent() && !session.isTLSStarted()) {
            lines.add("STARTTLS");
        }
        if (settings.accounts().isPresent() && Login.isPrivate(session)) {
            lines.add("AUTH " + String.join(" ", Authentication.MECHANISMS));
        }
        lines.add("ENHANCEDSTATUSCODES");
        StringBuilder response = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            response.append(last ? "250 " : "250-").append(lines.get(i)).append(last ? "" : "\r\n");
        }
        return response.toString();
    }
}
