package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.rules.condition.Facts;
import io.github.camelsms.sms.camel.ContentHeaders;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.SmsRejectedException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Message;

/** What conditions ask of the message of an exchange. */
final class RuleFacts implements Facts {

    private static final String LOCAL_NUMBERS = "local";

    private final Message message;
    private final RuleWorld world;

    RuleFacts(Message message, RuleWorld world) {
        this.message = message;
        this.world = world;
    }

    @Override
    public Optional<String> text(String field) {
        return RuleFields.read(message, field);
    }

    @Override
    public List<String> headers() {
        return message.getHeaders().values().stream()
                .filter(value -> value != null && !(value instanceof byte[]))
                .map(Object::toString)
                .toList();
    }

    @Override
    public boolean isBinary() {
        return message.getBody() instanceof byte[];
    }

    @Override
    public int size() {
        return message.getBody() instanceof byte[] octets
                ? octets.length
                : text("body").orElse("").length();
    }

    @Override
    public int parts() {
        Integer told = message.getHeader(SmsConstants.PARTS, Integer.class);
        if (told != null) {
            return told;
        }
        try {
            return ContentHeaders.segment(message).parts();
        } catch (SmsRejectedException e) {
            // what cannot be split is refused when it is accepted
            return 0;
        }
    }

    /** A sender is also local by the account that it has authenticated as. */
    @Override
    public boolean isLocal(String field) {
        boolean account = field.equals("from") && text("account").isPresent();
        return account || text(field).filter(this::isLocalAddress).isPresent();
    }

    private boolean isLocalAddress(String address) {
        String domain = "@" + world.domain().toLowerCase(Locale.ROOT);
        return address.toLowerCase(Locale.ROOT).endsWith(domain)
                || world.lists().contains(LOCAL_NUMBERS, address);
    }

    @Override
    public boolean isReply() {
        return message.getHeader(SmsConstants.REPLY_LINKS, List.of(), List.class)
                        .size()
                == 1;
    }

    @Override
    public boolean isListed(String list, String number) {
        return world.lists().contains(list, number);
    }

    @Override
    public List<String> words(String list) {
        return world.lists().words(list);
    }

    @Override
    public Instant now() {
        return Steps.now(message.getExchange(), world.clock());
    }
}
