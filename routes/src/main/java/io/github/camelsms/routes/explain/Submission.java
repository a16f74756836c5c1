package io.github.camelsms.routes.explain;

import io.github.camelsms.routes.settings.RoutingSettings.Explanations;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.routing.Explanation;
import io.github.camelsms.sms.routing.Explanation.Purpose;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * The first step of {@code direct:sms-submit}: begins to explain what is decided, and remembers what was asked for, so
 * that a request that is repeated is known again whatever rules and routing make of it by then.
 */
public final class Submission implements Processor {

    /** What does not make two requests different. */
    private static final Set<String> LEFT_OUT =
            Set.of(SmsConstants.IDEMPOTENCY_KEY, SmsConstants.EXPIRES_AT, SmsConstants.MESSAGE_ID);

    private final Explanations explanations;

    public Submission(Explanations explanations) {
        this.explanations = explanations;
    }

    @Override
    public void process(Exchange exchange) {
        if (exchange.getMessage().getHeader(SmsConstants.IDEMPOTENCY_KEY) != null) {
            exchange.setProperty(SmsConstants.REQUEST_DIGEST_PROPERTY, digest(exchange.getMessage()));
        }
        if (explanations == Explanations.KEPT && exchange.getProperty(SmsConstants.EXPLANATION_PROPERTY) == null) {
            exchange.setProperty(SmsConstants.EXPLANATION_PROPERTY, new Explanation(Purpose.RECORD));
        }
    }

    private static String digest(Message message) {
        Map<String, Object> headers = new TreeMap<>(message.getHeaders());
        headers.keySet().removeIf(name -> !name.startsWith(SmsConstants.PREFIX) || LEFT_OUT.contains(name));
        MessageDigest sha = sha256();
        headers.forEach((name, value) -> add(sha, (name + "=" + value).getBytes(StandardCharsets.UTF_8)));
        Object body = message.getBody();
        add(sha, body instanceof byte[] octets ? octets : ("text " + body).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha.digest());
    }

    /** With its length, so that no two lists of fields are the same octets. */
    private static void add(MessageDigest sha, byte[] octets) {
        sha.update((octets.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha.update(octets);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java has SHA-256", e);
        }
    }
}
