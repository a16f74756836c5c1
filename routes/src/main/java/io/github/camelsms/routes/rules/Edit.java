package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.regex.Found;
import io.github.camelsms.routes.regex.SafeRegex;
import io.github.camelsms.sms.store.SmsRejectedException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;

/**
 * Sets, rewrites or takes away a field: {@code sms-rule:edit?header=To&regex=^(\+1)(.*)&value=$1$2@us}. When the regular
 * expression does not fit, nothing changes; where it fits is the whole field taken for {@code value}.
 */
final class Edit implements Action {

    private static final Set<String> SHOWN =
            Set.of("to", "from", "number", "gateway", "account", "priority", "encoding");

    private final String field;
    private final Optional<SafeRegex> regex;
    private final Text value;

    Edit(Options options) {
        this.field = RuleFields.writable(options.required("header"));
        this.regex = options.text("regex").map(SafeRegex::of);
        this.value = Text.withGroups(options.text("value", ""));
    }

    @Override
    public void run(Exchange exchange) {
        String before = RuleFields.read(exchange.getMessage(), field).orElse("");
        Optional<Found> found =
                regex.isPresent() ? regex.get().first(before) : Optional.of(new Found(0, 0, List.of(before)));
        if (found.isEmpty()) {
            Steps.explain(exchange, "edit " + field + ": '" + regex.get() + "' does not fit, nothing changes");
            return;
        }
        String after = value.expand(exchange.getMessage(), found.get());
        try {
            RuleFields.write(exchange.getMessage(), field, after);
        } catch (IllegalArgumentException e) {
            throw new SmsRejectedException(
                    SmsRejectedException.Code.BAD_PARAM,
                    "A rule has made " + field + " something that it cannot be",
                    e);
        }
        Steps.explain(exchange, "edit " + field + ": " + shown(before) + " -> " + shown(after));
    }

    private String shown(String text) {
        boolean plain = SHOWN.contains(field.toLowerCase(Locale.ROOT));
        return plain ? "'" + text + "'" : text.length() + " characters";
    }
}
