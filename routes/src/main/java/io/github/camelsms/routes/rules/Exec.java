package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.rules.RuleRun.Effect;
import io.github.camelsms.sms.template.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a program: {@code sms-rule:exec?program=/opt/sms/notify&args=--from %from%}. Each word of {@code args} is one
 * argument, whatever stands for its variables; the text of the message is what the program reads. With {@code output}
 * the rules wait for it, and what it says becomes that field.
 */
final class Exec implements Action {

    private static final Logger LOG = LoggerFactory.getLogger(Exec.class);

    private final Path program;
    private final List<Text> arguments;
    private final Optional<String> output;
    private final boolean optional;
    private final Programs programs;

    Exec(Options options, Programs programs) {
        this.programs = programs;
        this.program = programs.allowed(options.required("program"));
        this.arguments = Arrays.stream(options.text("args", "").strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> Text.of(word, Target.TEXT))
                .toList();
        this.output = options.text("output").map(RuleFields::writable);
        this.optional = options.flag("optional");
    }

    @Override
    public void run(Exchange exchange) throws Exception {
        List<String> expanded = arguments.stream()
                .map(argument -> argument.expand(exchange.getMessage()))
                .map(argument -> argument.replace("\0", ""))
                .toList();
        String input = RuleFields.read(exchange.getMessage(), "body").orElse("");
        if (output.isEmpty()) {
            Effect effect = () -> started(expanded, input);
            Steps.effect(exchange, "run " + program, effect);
            return;
        }
        Steps.explain(exchange, "run " + program + " and wait: " + output.get() + " becomes what it says");
        if (!Steps.isDryRun(exchange)) {
            String said = started(expanded, input).strip();
            RuleFields.write(exchange.getMessage(), output.get(), said);
        }
    }

    private String started(List<String> expanded, String input) throws IOException, InterruptedException {
        try {
            Programs.Ended ended = programs.run(program, expanded, input);
            if (ended.exit() != 0) {
                throw new IOException(program + " ended with exit code " + ended.exit());
            }
            return ended.output();
        } catch (IOException e) {
            if (!optional) {
                throw e;
            }
            LOG.warn("a rule goes on without what it has run: {}", e.getMessage());
            return "";
        }
    }
}
