package io.github.camelsms.routes.command;

import io.github.camelsms.routes.explain.Question;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.fields.FieldException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Questions of {@code sms-gateway explain}, from fields by name. */
final class Questions {

    private static final Set<String> NAMES = Set.of("from", "to", "text", "sender", "gateway", "network", "at");

    private Questions() {}

    /**
     * The question.
     *
     * @throws FieldException naming the field that cannot be used
     */
    static Question of(Map<String, Object> fields) {
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            if (!NAMES.contains(field.getKey())) {
                throw new FieldException(
                        field.getKey(), "is not known; there are from, to, text, sender, gateway," + " network and at");
            }
            if (!(field.getValue() instanceof String)) {
                throw new FieldException(field.getKey(), "is a text");
            }
        }
        String to = text(fields, "to").orElseThrow(() -> new FieldException("to", "is missing"));
        return Question.text(to, text(fields, "text").orElse("test"))
                .by(text(fields, "from"))
                .with(SmsConstants.FROM, text(fields, "sender"))
                .with(SmsConstants.GATEWAY, text(fields, "gateway"))
                .with(SmsConstants.NETWORK, text(fields, "network"))
                .at(text(fields, "at").map(Questions::time));
    }

    private static Optional<String> text(Map<String, Object> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(String.class::cast).filter(text -> !text.isBlank());
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new FieldException("at", "is a time with its zone, such as 2026-11-22T20:00:00+01:00");
        }
    }
}
