package io.github.camelsms.sms.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL, or a body or header field, with placeholders (IceWarp SMS service, HTTP gateways):
 *
 * <pre>
 * template    = *( placeholder / literal )
 * placeholder = "%" name *( ";" modifier ) "%"  /  "%%" name *( ";" modifier ) "%%"
 * name        = number | data | body | udh | binary | pid | dcs | sender | sender_phonealias | parts | condition
 *             | msgid | from | from_alias | to
 * modifier    = unicode | isunicode | isascii | isbinary | hex | b64 | len | interprefix=text | charset=token | value=text
 * text        = *( any character except "%" and ";" )
 * </pre>
 *
 * Names and modifiers are read without regard to case. What is no placeholder stays as it is. Values are encoded for the
 * {@link Target} and not read again; {@code value=} is appended as it stands.
 */
public final class UrlTemplate {

    private static final Pattern BREAK = Pattern.compile("[ \\t]*[\\r\\n]+[ \\t]*");
    private static final Pattern SUSPECT =
            Pattern.compile("%[A-Za-z_]{3,}|%(?![0-9A-Fa-f]{2})|(?<![%A-Za-z])[A-Za-z_]+%");

    private record Piece(String literal, Optional<Placeholder> placeholder) {}

    private final List<Piece> pieces;
    private final Target target;

    private UrlTemplate(List<Piece> pieces, Target target) {
        this.pieces = List.copyOf(pieces);
        this.target = target;
    }

    /** Reads a URL; line breaks in it, as a manual has them, are taken out. */
    public static UrlTemplate parse(String template) {
        return parse(template, Target.URL, Set.of());
    }

    /**
     * Reads a template.
     *
     * @param names that it may have beside those of the language, such as settings of a gateway; those of the language win
     * @throws IllegalArgumentException when a character set does not exist
     */
    public static UrlTemplate parse(String template, Target target, Set<String> names) {
        Set<String> more = new TreeSet<>();
        names.forEach(name -> more.add(name.toLowerCase(Locale.ROOT)));
        String text = target == Target.URL ? BREAK.matcher(template).replaceAll("") : template;
        List<Piece> pieces = new ArrayList<>();
        int literalFrom = 0;
        int at = text.indexOf('%');
        while (at >= 0) {
            int marks = text.startsWith("%%", at) ? 2 : 1;
            Optional<Placeholder> found = placeholder(text, at, marks, more);
            if (found.isEmpty() && marks == 2) {
                marks = 1;
                found = placeholder(text, at, marks, more);
            }
            int next = at + 1;
            if (found.isPresent()) {
                pieces.add(new Piece(text.substring(literalFrom, at), found));
                next = text.indexOf('%', at + marks) + marks;
                literalFrom = next;
            }
            at = text.indexOf('%', next);
        }
        pieces.add(new Piece(text.substring(literalFrom), Optional.empty()));
        return new UrlTemplate(pieces, target);
    }

    private static Optional<Placeholder> placeholder(String text, int at, int marks, Set<String> more) {
        int end = text.indexOf('%', at + marks);
        boolean closed = end > 0 && (marks == 1 || text.startsWith("%%", end));
        return closed ? Placeholder.parse(text.substring(at + marks, end), more) : Optional.empty();
    }

    /**
     * The text for a message.
     *
     * @throws IllegalArgumentException when a value cannot be written so, such as one of 300 octets after {@code ;len}
     */
    public String expand(TemplateMessage message) {
        StringBuilder out = new StringBuilder();
        for (Piece piece : pieces) {
            out.append(piece.literal());
            piece.placeholder().ifPresent(placeholder -> out.append(placeholder.expand(message, target)));
        }
        return out.toString();
    }

    /** Pieces that stay as they are and look like a variable with a typing error, such as {@code %data&}. */
    public List<String> suspects() {
        List<String> suspects = new ArrayList<>();
        for (Piece piece : pieces) {
            Matcher matcher = SUSPECT.matcher(piece.literal());
            while (matcher.find()) {
                suspects.add(matcher.group());
            }
        }
        return suspects;
    }
}
