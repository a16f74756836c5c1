package io.github.camelsms.sms.template;

import io.github.camelsms.sms.message.MessageContent;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One {@code %name;modifier;…%}.
 *
 * @param variable what it says; empty for one of the names that the template was parsed with
 * @param conditions each of which has to hold
 * @param steps what is done to the value, left to right
 * @param suffix what {@code value=} appends, as it stands
 */
record Placeholder(
        String name,
        Optional<Variable> variable,
        List<Condition> conditions,
        List<UnaryOperator<Value>> steps,
        String suffix) {

    /**
     * Reads what stands between the percent signs.
     *
     * @param more names beside those of the language, in lower case
     * @return empty when it is no placeholder and so stays as it is
     */
    static Optional<Placeholder> parse(String inside, Set<String> more) {
        String[] words = inside.split(";", -1);
        String name = words[0].toLowerCase(Locale.ROOT);
        Optional<Variable> variable = Variable.named(name);
        if (variable.isEmpty() && !more.contains(name)) {
            return Optional.empty();
        }
        List<Condition> conditions = new ArrayList<>();
        List<UnaryOperator<Value>> steps = new ArrayList<>();
        StringBuilder suffix = new StringBuilder();
        for (String word : List.of(words).subList(1, words.length)) {
            int equals = word.indexOf('=');
            String key = (equals < 0 ? word : word.substring(0, equals)).toLowerCase(Locale.ROOT);
            Optional<String> argument = equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
            Optional<Condition> condition = Condition.named(key).filter(any -> argument.isEmpty());
            Optional<UnaryOperator<Value>> step = step(key, argument);
            if (condition.isPresent()) {
                conditions.add(condition.get());
            } else if (step.isPresent()) {
                steps.add(step.get());
            } else if (key.equals("value") && argument.isPresent()) {
                suffix.append(argument.get());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(
                new Placeholder(name, variable, List.copyOf(conditions), List.copyOf(steps), suffix.toString()));
    }

    private static Optional<UnaryOperator<Value>> step(String key, Optional<String> argument) {
        if (argument.isPresent()) {
            String value = argument.get();
            return switch (key) {
                case "interprefix" -> Optional.of(before -> before.interprefix(value));
                case "charset" -> {
                    Charset charset = charset(value);
                    yield Optional.of(before -> before.encoded(charset));
                }
                default -> Optional.empty();
            };
        }
        return switch (key) {
            case "unicode" -> Optional.of(Value::unicode);
            case "hex" -> Optional.of(before -> before.in(Value.Form.HEX));
            case "b64" -> Optional.of(before -> before.in(Value.Form.BASE64));
            case "len" -> Optional.of(Value::withLength);
            default -> Optional.empty();
        };
    }

    private static Charset charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            if (charset.canEncode()) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // said below
        }
        throw new IllegalArgumentException("there is no character set '" + name + "' for ;charset=");
    }

    /** What stands in its place for a message. */
    String expand(TemplateMessage message, Target target) {
        boolean ofData = variable.isPresent() && (variable.get() == Variable.DATA || variable.get() == Variable.BODY);
        if (!conditions.stream().allMatch(condition -> condition.holds(message, ofData))) {
            return "";
        }
        Value value = value(message);
        for (UnaryOperator<Value> step : steps) {
            value = step.apply(value);
        }
        return value.write(target) + suffix;
    }

    private Value value(TemplateMessage message) {
        if (variable.isEmpty()) {
            return Value.of(message.text(name).orElse(""));
        }
        return switch (variable.get()) {
            case DATA, BODY ->
                message.content() instanceof MessageContent.Text text
                        ? Value.of(text.text())
                        : Value.of(((MessageContent.Data) message.content()).data());
            case UDH -> Value.of(message.udh());
            case BINARY -> Value.of(message.isBinary() ? "1" : "0");
            case PARTS -> Value.of(Integer.toString(message.parts()));
            case CONDITION -> Value.of("");
            // who a message comes from and goes to, where nothing else is said
            case FROM, FROM_ALIAS -> Value.of(first(message, name, Variable.FROM.key(), Variable.SENDER.key()));
            case TO -> Value.of(first(message, name, Variable.NUMBER.key()));
            case NUMBER, PID, DCS, SENDER, SENDER_PHONEALIAS, MSGID -> Value.of(first(message, name));
        };
    }

    private static String first(TemplateMessage message, String... names) {
        for (String name : names) {
            Optional<String> text = message.text(name);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return "";
    }
}
