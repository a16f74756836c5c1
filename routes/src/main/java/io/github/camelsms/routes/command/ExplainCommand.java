package io.github.camelsms.routes.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelsms.routes.explain.Explained;
import io.github.camelsms.routes.explain.Question;
import io.github.camelsms.routes.gateway.DryGateway;
import io.github.camelsms.routes.pdu.Json;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageRecord;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sms-gateway explain}. */
@Command(
        name = "explain",
        description = "Tell what would become of a message and why, without sending it; or what was decided about the"
                + " message ID.",
        footer = "Without --to and ID it reads a question a line, {\"from\",\"to\",\"text\",\"sender\",\"gateway\","
                + "\"network\",\"at\"}, and writes an answer a line. The exit code is 0 when a single message would be"
                + " accepted, 1 when it would be refused.")
public final class ExplainCommand implements Callable<Integer> {

    private final Supplier<InputStream> input;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private QuestionOptions question;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "A message that was accepted.")
    private String id;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Option(
            names = "--routes",
            paramLabel = "PATH",
            description = "Route files or folders, as they are given to run; rules among them count.")
    private List<Path> routes = List.of();

    public ExplainCommand() {
        this(PduLines.standardInput());
    }

    ExplainCommand(Supplier<InputStream> input) {
        this.input = input;
    }

    @Override
    public Integer call() throws Exception {
        if (id != null) {
            return past();
        }
        try (StartLog log = StartLog.hold(options.isVerbose());
                DryGateway gateways = DryGateway.start(options.settings(), routes)) {
            log.release();
            return question.isAsked() ? one(gateways) : batch(gateways);
        }
    }

    private int one(DryGateway gateways) throws JsonProcessingException {
        Explained explained = gateways.explain(Questions.of(question.fields()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new Json().write(explained.fields()));
        } else {
            explained.lines().forEach(out::println);
        }
        return explained.isAccepted() ? 0 : 1;
    }

    private int batch(DryGateway gateways) throws java.io.IOException {
        Json reader = new Json();
        return PduLines.run(spec, input, reader, line -> {
            Map<String, Object> asked = reader.read(line);
            Question each = Questions.of(asked);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("to", each.headers().get(SmsConstants.TO));
            answer.putAll(gateways.explain(each).fields());
            return List.of(reader.write(answer));
        });
    }

    private int past() throws Exception {
        try (StoreAccess store = StoreAccess.open(options)) {
            MessageRecord found = store.message(MessageArgument.parse(spec, id));
            List<String> lines = Optional.ofNullable(
                            found.message().attributes().values().get(Message.EXPLANATION))
                    .map(kept -> kept.lines().toList())
                    .orElse(List.of());
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(MessageView.json(Map.of(
                        "id", found.id().value(),
                        "state", found.state().name(),
                        "gateways", found.message().gateways().ids(),
                        "carriedBy", found.carriedBy().orElse(""),
                        "steps", lines)));
            } else {
                lines.forEach(out::println);
                out.println(found.id() + " is " + found.state() + ", "
                        + found.carriedBy()
                                .map(carrier -> "carried by " + carrier)
                                .orElse("no gateway has had it yet")
                        + (lines.isEmpty() ? "; nothing had to be decided, or sms.explain.keep is false" : ""));
            }
        }
        return 0;
    }
}
