package io.github.camelsms.routes.rules;

import java.util.Map;
import java.util.Set;
import org.apache.camel.support.component.EndpointUriFactorySupport;

/**
 * Has the YAML DSL write all {@code parameters} of an action as they are: a text may hold {@code &}, {@code +} and
 * {@code %}.
 */
final class RuleUriFactory extends EndpointUriFactorySupport {

    private static final Set<String> OPTIONS = Set.of(
            "text",
            "reason",
            "to",
            "subject",
            "pause",
            "header",
            "regex",
            "value",
            "program",
            "args",
            "output",
            "optional",
            "url",
            "database",
            "statement",
            "folder",
            "hours",
            "zone",
            "otherwise",
            "list",
            "record",
            "stop",
            "start",
            "help",
            "stopText",
            "startText",
            "helpText");

    @Override
    public boolean isEnabled(String scheme) {
        return RuleComponent.SCHEME.equals(scheme);
    }

    @Override
    public String buildUri(String scheme, Map<String, Object> properties, boolean encode) {
        throw new IllegalArgumentException("an action has a name: " + RuleComponent.SCHEME + ":reject");
    }

    @Override
    public Set<String> propertyNames() {
        return OPTIONS;
    }

    @Override
    public Set<String> secretPropertyNames() {
        return OPTIONS;
    }

    @Override
    public Map<String, String> multiValuePrefixes() {
        return Map.of();
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }
}
