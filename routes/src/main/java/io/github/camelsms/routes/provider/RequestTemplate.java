package io.github.camelsms.routes.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelsms.sms.template.Target;
import io.github.camelsms.sms.template.TemplateMessage;
import io.github.camelsms.sms.template.UrlTemplate;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The request for a message, made of the templates of a definition. */
final class RequestTemplate {

    /** A request as it goes out; none of it is ever printed. */
    record Request(String method, URI url, Map<String, String> fields, Optional<String> body) {
        @Override
        public String toString() {
            return "Request[" + method + "]";
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final String method;
    private final UrlTemplate url;
    private final Optional<UrlTemplate> body;
    private final Target bodyTarget;
    private final Map<String, UrlTemplate> fields = new TreeMap<>();
    private final boolean omitEmpty;

    /**
     * @param names of the variables beside those of a message
     */
    RequestTemplate(Definition definition, Set<String> names) {
        String text = definition.require("url");
        if (text.contains("{host}")) {
            text = text.replace("{host}", definition.require("host").replaceFirst("/+$", ""));
        }
        this.url = UrlTemplate.parse(text, Target.URL, names);
        this.omitEmpty = definition.is("omitEmpty");
        this.bodyTarget = definition.value("json").isPresent()
                ? Target.JSON
                : definition.value("xml").isPresent() ? Target.XML : Target.URL;
        this.body = definition
                .value("json")
                .or(() -> definition.value("xml"))
                .or(() -> definition.value("form"))
                .map(template -> UrlTemplate.parse(template, bodyTarget, names));
        this.method = definition
                .value("method")
                .orElse(body.isPresent() ? "POST" : "GET")
                .toUpperCase(Locale.ROOT);
        if (!method.matches("GET|POST|PUT|PATCH")) {
            throw new IllegalArgumentException("method is GET, POST, PUT or PATCH");
        }
        definition
                .group("headers")
                .forEach((name, template) -> fields.put(name, UrlTemplate.parse(template, Target.HEADER, names)));
        authorization(definition, names).ifPresent(value -> fields.put("Authorization", value));
    }

    /** Whatever in the URL looks like a variable and is none. */
    Iterable<String> suspects() {
        return url.suspects();
    }

    /**
     * @param more appended to the query, for the provider alone; empty for none
     * @throws IllegalArgumentException when no request can be made of it
     */
    Request request(TemplateMessage message, Optional<String> more) {
        String address = pruned(url.expand(message));
        if (more.isPresent()) {
            address += (address.indexOf('?') < 0 ? "?" : "&") + more.get();
        }
        Map<String, String> expanded = new TreeMap<>();
        fields.forEach((name, template) -> expanded.put(name, template.expand(message)));
        if (body.isPresent()) {
            expanded.putIfAbsent("Content-Type", contentType());
        }
        return new Request(method, uri(address), expanded, body.map(template -> body(template.expand(message))));
    }

    private String contentType() {
        return switch (bodyTarget) {
            case JSON -> "application/json";
            case XML -> "text/xml; charset=UTF-8";
            default -> "application/x-www-form-urlencoded";
        };
    }

    private String body(String text) {
        if (bodyTarget == Target.JSON) {
            try {
                JsonNode tree = JSON.readTree(text);
                if (omitEmpty) {
                    prune(tree);
                }
                return JSON.writeValueAsString(tree);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("the template 'json' makes no JSON", e);
            }
        }
        return bodyTarget == Target.URL ? prunedPairs(text) : text;
    }

    private static void prune(JsonNode node) {
        Iterator<JsonNode> children = node.elements();
        while (children.hasNext()) {
            JsonNode child = children.next();
            prune(child);
            if ((child.isTextual() && child.asText().isEmpty()) || (child.isContainerNode() && child.isEmpty())) {
                children.remove();
            }
        }
    }

    private String pruned(String address) {
        int question = address.indexOf('?');
        return question < 0
                ? address
                : address.substring(0, question + 1) + prunedPairs(address.substring(question + 1));
    }

    /** Parameters that say nothing are left out: some providers take an empty one as a wrong one. */
    private String prunedPairs(String pairs) {
        return omitEmpty
                ? Arrays.stream(pairs.split("&", -1))
                        .filter(pair -> !pair.endsWith("=") && !pair.isEmpty())
                        .collect(Collectors.joining("&"))
                : pairs;
    }

    private static URI uri(String text) {
        // signs that templates of manuals hold and a URL may not
        String url = text.replace("\"", "%22").replace(" ", "%20");
        try {
            URI uri = new URI(url);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below: the message of this one repeats the URL
        }
        throw new IllegalArgumentException("the template 'url' makes no http or https URL");
    }

    private static Optional<UrlTemplate> authorization(Definition definition, Set<String> names) {
        return switch (definition.value("auth").orElse("none")) {
            case "basic" -> {
                String pair = definition.require("account") + ":" + definition.require("secret");
                String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
                yield Optional.of(UrlTemplate.parse("Basic " + encoded, Target.HEADER, names));
            }
            case "bearer" -> {
                definition.require("secret");
                yield Optional.of(UrlTemplate.parse("Bearer %secret%", Target.HEADER, names));
            }
            case "none", "oauth2" -> Optional.empty();
            default -> throw new IllegalArgumentException("auth is none, basic, bearer or oauth2");
        };
    }
}
