package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.sms.store.MessageId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the lists of the API have in common. */
final class Lists {

    /** So many where the request does not say. */
    static final int PAGE = 50;

    private Lists() {}

    static <E extends Enum<E>> Set<E> states(Class<E> type, String list) throws RefusedException {
        Set<E> states = EnumSet.noneOf(type);
        try {
            for (String state : list.split(",", -1)) {
                states.add(Enum.valueOf(type, state.strip().toUpperCase(Locale.ROOT)));
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.BAD_PARAM.because(
                    "state is one or more of " + List.of(type.getEnumConstants()) + ", separated by commas");
        }
        return states;
    }

    /** The path of the following page: the same question, for what is older than the last one of this page. */
    static String next(String path, Set<String> filters, Parameters parameters, MessageId last) {
        StringBuilder next = new StringBuilder(path).append("?before=").append(last);
        for (String name : filters.stream().sorted().toList()) {
            if (!name.equals("before")) {
                parameters.all(name).forEach(value -> next.append('&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
            }
        }
        return next.toString();
    }
}
