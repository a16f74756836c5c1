package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path of the API stands for.
 *
 * @param id the identity in it, or an empty text
 */
record ApiPath(Resource resource, String id) {

    /** The paths that there are, with their methods. */
    enum Resource {
        MESSAGES("/api/messages", "GET", "POST"),
        PREVIEW("/api/messages/preview", "POST"),
        MESSAGE("/api/messages/([0-9A-Za-z]+)", "GET", "DELETE"),
        LINKS("/api/links", "GET", "DELETE"),
        EXPLAIN("/api/explain", "GET"),
        INCOMING("/api/incoming", "GET"),
        RECEIVED("/api/incoming/([0-9A-Za-z]+)", "GET"),
        REPLAY("/api/incoming/([0-9A-Za-z]+)/replay", "POST"),
        ACCOUNTS("/api/accounts", "GET", "POST"),
        ACCOUNT("/api/accounts/" + Resource.NAME, "GET", "PATCH", "DELETE"),
        ACCOUNT_RESET("/api/accounts/" + Resource.NAME + "/reset", "POST"),
        ACCOUNT_TOKEN("/api/accounts/" + Resource.NAME + "/token", "POST", "DELETE"),
        GROUPS("/api/groups", "GET", "POST"),
        GROUP("/api/groups/" + Resource.NAME, "GET", "PATCH", "DELETE"),
        GROUP_RESET("/api/groups/" + Resource.NAME + "/reset", "POST"),
        KILL_SWITCH("/api/kill-switch", "GET", "PUT");

        /** Of an account, percent-encoded. */
        private static final String NAME = "([0-9A-Za-z._~@+!$&'()*;=%-]+)";

        private final Pattern path;
        /** As the header field Allow lists them. */
        private final String allowed;

        Resource(String path, String... methods) {
            this.path = Pattern.compile(path);
            this.allowed = String.join(", ", methods);
        }
    }

    static ApiPath of(HttpCall call) throws RefusedException {
        for (Resource resource : Resource.values()) {
            Matcher matcher = resource.path.matcher(call.path());
            if (matcher.matches()) {
                require(call, resource.allowed.split(", "));
                return new ApiPath(resource, matcher.groupCount() == 0 ? "" : decoded(matcher.group(1)));
            }
        }
        throw Refusal.NOT_FOUND.because("there is nothing under this path: see /api/openapi.yaml");
    }

    private static String decoded(String segment) throws RefusedException {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.BAD_ENCODING.because("the path is not percent-encoded UTF-8");
        }
    }

    static void require(HttpCall call, String... methods) throws RefusedException {
        if (!List.of(methods).contains(call.method())) {
            throw Refusal.METHOD_NOT_ALLOWED.allowing(String.join(", ", methods));
        }
    }
}
