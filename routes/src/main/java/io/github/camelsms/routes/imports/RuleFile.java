package io.github.camelsms.routes.imports;

import java.util.ArrayList;
import java.util.List;

/** The rules of one direction in their order; those that are not in force are kept as comments between the others. */
public final class RuleFile {

    private final String name;
    private final List<String> parts = new ArrayList<>();
    private boolean inForce;

    /**
     * @param name {@code outgoing} or {@code incoming}
     */
    RuleFile(String name) {
        this.name = name;
    }

    public void add(Rule rule) {
        inForce = true;
        parts.add(Yaml.comment(rule.title(), 8) + Yaml.of(List.of(rule.filter()), 8));
    }

    /**
     * Keeps a rule that is not in force.
     *
     * @param text what it was, or what it could be
     */
    public void keep(String title, String text) {
        parts.add(Yaml.comment("not in force: " + title + "\n" + text, 8));
    }

    /** Keeps a program that was run for each message, with what a rule that runs it would look like. */
    public void keepProgram(String title, String command) {
        keep(
                title,
                "it ran: " + command + "\n"
                        + "list the program in sms.exec.programs; it gets the text of the message as its standard input:\n"
                        + "- to: \"sms-rule:exec?program=/absolute/path&args=--from %from%&optional=true\"");
    }

    boolean isInForce() {
        return inForce;
    }

    /** A route, or only comments when no rule is in force. */
    String text() {
        String rules = String.join("", parts);
        return inForce ? """
                - route:
                    id: imported-%s-rules
                    from:
                      uri: "direct:sms-%s-rules"
                      steps:
                """.formatted(name, name) + rules : rules;
    }
}
