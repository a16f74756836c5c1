package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.regex.Found;
import io.github.camelsms.sms.camel.TemplateHeaders;
import io.github.camelsms.sms.template.Target;
import io.github.camelsms.sms.template.TemplateMessage;
import io.github.camelsms.sms.template.UrlTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Message;

/**
 * A text with variables of the message ({@code %from%}, {@code %%to%%}) and groups of a regular expression
 * ({@code $1}). What they stand for is put in once and not read again.
 */
final class Text {

    private static final Pattern GROUP = Pattern.compile("\\$([0-9])");
    private static final Set<String> NAMES = Set.of("account", "gateway", "reply", "id", "priority");

    /** A template, then the group that follows it; the last one has none. */
    private record Piece(UrlTemplate template, Optional<Integer> group) {}

    private final List<Piece> pieces;

    private Text(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** A text in which {@code $1} means nothing. */
    static Text of(String written, Target target) {
        return new Text(List.of(new Piece(UrlTemplate.parse(written, target, NAMES), Optional.empty())));
    }

    /** A text with groups. */
    static Text withGroups(String written) {
        List<Piece> pieces = new ArrayList<>();
        Matcher groups = GROUP.matcher(written);
        int from = 0;
        while (groups.find()) {
            pieces.add(piece(written.substring(from, groups.start()), Optional.of(Integer.valueOf(groups.group(1)))));
            from = groups.end();
        }
        pieces.add(piece(written.substring(from), Optional.empty()));
        return new Text(pieces);
    }

    private static Piece piece(String written, Optional<Integer> group) {
        return new Piece(UrlTemplate.parse(written, Target.TEXT, NAMES), group);
    }

    String expand(Message message) {
        return expand(message, new Found(0, 0, List.of()));
    }

    String expand(Message message, Found found) {
        TemplateMessage values = TemplateHeaders.message(message, more(message));
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece.template().expand(values));
            piece.group().map(found::group).ifPresent(text::append);
        }
        return text.toString();
    }

    private static Map<String, String> more(Message message) {
        Map<String, String> more = new HashMap<>();
        NAMES.forEach(name -> more.put(name, RuleFields.read(message, name).orElse("")));
        return more;
    }
}
