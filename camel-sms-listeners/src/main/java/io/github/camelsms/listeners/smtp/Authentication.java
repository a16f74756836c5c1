package io.github.camelsms.listeners.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subethamail.smtp.AuthenticationHandler;
import org.subethamail.smtp.AuthenticationHandlerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/** The SASL dialogue of one {@code AUTH} (RFC 4954): PLAIN (RFC 4616) and LOGIN. */
final class Authentication implements AuthenticationHandler {

    static final List<String> MECHANISMS = List.of("PLAIN", "LOGIN");

    private static final String ASK_USER = "334 VXNlcm5hbWU6";
    private static final String ASK_PASSWORD = "334 UGFzc3dvcmQ6";

    private final Login login;
    private Optional<String> mechanism = Optional.empty();
    private Optional<String> user = Optional.empty();
    private String account = "";

    private Authentication(Login login) {
        this.login = login;
    }

    static AuthenticationHandlerFactory factory(Login login) {
        return new AuthenticationHandlerFactory() {
            @Override
            public List<String> getAuthenticationMechanisms() {
                return MECHANISMS;
            }

            @Override
            public AuthenticationHandler create() {
                return new Authentication(login);
            }
        };
    }

    /** The account of a session that has authenticated. */
    static Optional<String> account(Session session) {
        return session.getAuthenticationHandler().map(handler -> (String) handler.getIdentity());
    }

    @Override
    public Optional<String> auth(String clientInput, MessageContext context) throws RejectException {
        try {
            return step(clientInput, (Session) context);
        } catch (RefusedException e) {
            throw new RejectException(
                    e.reply().code(), e.reply().enhanced() + " " + e.reply().text());
        }
    }

    private Optional<String> step(String clientInput, Session session) throws RefusedException {
        if (mechanism.isPresent()) {
            return response(clientInput.strip(), session);
        }
        if (!Login.isPrivate(session)) {
            throw new RefusedException(538, "5.7.11", "Encryption required, say STARTTLS first");
        }
        String[] words = clientInput.strip().split(" +", 3);
        mechanism = Optional.of(words[1].toUpperCase(Locale.ROOT));
        if (words.length == 3) {
            return response(words[2].equals("=") ? "" : words[2], session);
        }
        return Optional.of(isPlain() ? "334 " : ASK_USER);
    }

    private Optional<String> response(String base64, Session session) throws RefusedException {
        String text = decode(base64);
        if (isPlain()) {
            String[] fields = text.split("\0", -1);
            if (fields.length != 3) {
                throw new RefusedException(501, "5.5.2", "PLAIN is two names and a password");
            }
            account = login.check(fields[1], fields[2], session);
            return Optional.empty();
        }
        if (user.isEmpty()) {
            user = Optional.of(text);
            return Optional.of(ASK_PASSWORD);
        }
        account = login.check(user.get(), text, session);
        return Optional.empty();
    }

    private boolean isPlain() {
        return mechanism.filter("PLAIN"::equals).isPresent();
    }

    private static String decode(String base64) throws RefusedException {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(501, "5.5.2", "that is not Base64");
        }
    }

    @Override
    public Object getIdentity() {
        return account;
    }
}
