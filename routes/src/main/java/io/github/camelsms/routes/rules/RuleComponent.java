package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.rules.RuleRun.End;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** The actions of rules as endpoints, {@code sms-rule:reject?text=No adverts}. {@code docs/rules.md} has all of them. */
final class RuleComponent extends DefaultComponent {

    static final String SCHEME = "sms-rule";

    private final RuleWorld world;
    private final Outlets outlets;
    private final Programs programs;

    RuleComponent(RuleWorld world, Outlets outlets) {
        this.world = world;
        this.outlets = outlets;
        this.programs = new Programs(outlets.settings());
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new RuleEndpoint(this, uri, action(remaining, new Options(remaining, parameters)));
    }

    /** Message text and secrets may be among the parameters: their order and form stay as they are written. */
    @Override
    public boolean useRawUri() {
        return true;
    }

    private Action action(String name, Options options) {
        return switch (name) {
            case "reject" -> end(End.REJECTED, options.text("text", "this message is not accepted"));
            case "delete" -> end(End.DELETED, "deleted by a rule: " + options.text("reason", "no reason is given"));
            case "forward" -> new Forward(options, outlets);
            case "copy" -> new Copy(options, outlets);
            case "respond" -> new Respond(options, outlets, world.lists());
            case "edit" -> new Edit(options);
            case "exec" -> new Exec(options, programs);
            case "call" -> new Call(options);
            case "sql" -> new Sql(options, outlets.settings().databases());
            case "archive" -> new Archive(options, world.clock());
            case "quiet" -> new Quiet(options, world.clock());
            case "suppress" -> new Suppress(options, world.lists());
            case "optout" -> new OptOut(options, outlets, world.lists());
            default ->
                throw new IllegalArgumentException("there is no sms-rule:" + name
                        + "; there are reject, delete, forward, copy, respond, edit, exec, call, sql, archive, quiet,"
                        + " suppress, optout");
        };
    }

    private static Action end(End end, String text) {
        return exchange -> Steps.end(exchange, end, text);
    }
}
