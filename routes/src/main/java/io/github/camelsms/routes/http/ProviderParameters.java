package io.github.camelsms.routes.http;

import io.github.camelsms.routes.http.Parameters.Parameter;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parameter {@code value} of the IceWarp dialect: what the provider of the gateway understands and we do not. It may
 * be there several times, as {@code value=%26unicode%3D1}, as {@code value=unicode%3D1}, and as the manual prints it,
 * {@code value=&unicode=1}, where the value is empty and the next parameter is meant.
 */
public final class ProviderParameters {

    private static final int LONGEST = 1024;

    private ProviderParameters() {}

    /**
     * One query string of all values.
     *
     * @param known names of parameters that an empty value cannot mean
     */
    public static Optional<String> of(Parameters parameters, Set<String> known) throws RefusedException {
        List<String> values = new ArrayList<>();
        List<Parameter> all = parameters.inOrder();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals("value")) {
                boolean meansNext = all.get(i).value().isEmpty()
                        && i + 1 < all.size()
                        && !known.contains(all.get(i + 1).name());
                values.add(meansNext ? pair(all.get(i + 1)) : checked(all.get(i).value()));
            }
        }
        String query = String.join(
                "&", values.stream().filter(value -> !value.isEmpty()).toList());
        if (query.length() > LONGEST) {
            throw Refusal.BAD_PARAM.because("value has at most " + LONGEST + " characters");
        }
        return query.isEmpty() ? Optional.empty() : Optional.of(query);
    }

    private static String pair(Parameter parameter) {
        return URLEncoder.encode(parameter.name(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8);
    }

    /** It becomes part of a URL: names and values with percent sequences, and nothing that ends the query. */
    private static String checked(String value) throws RefusedException {
        String query = value.startsWith("&") || value.startsWith("?") ? value.substring(1) : value;
        if (!query.matches("(?:[A-Za-z0-9._~!$'()*+,;=:@/?&-]|%[0-9A-Fa-f]{2})*")) {
            throw Refusal.BAD_PARAM.because("value is a query string such as unicode=1, percent-encoded");
        }
        return query;
    }
}
