package io.github.camelsms.listeners.smtp.mail;

import io.github.camelsms.listeners.smtp.mail.MailText.Trim;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes signatures and quoted mails off a text, by the conventions of mail programs: there is no standard for the words
 * that they write. A text of which nothing would be left stays as it is.
 */
final class Trimming {

    /** Lines from which on all belongs to the mail that is answered. */
    private static final List<Pattern> BEGIN_OF_QUOTE = List.of(
            // Outlook
            Pattern.compile("-{2,} ?(Original Message|Original Appointment|Forwarded message|Ursprüngliche Nachricht"
                    + "|Message d'origine|Mensaje original|Původní zpráva|Messaggio originale) ?-{2,}"),
            Pattern.compile("_{20,}"));

    /** The line before a quote, on one line or broken into two. */
    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?s)(On|Am|Le|El|Il|Dne|Op|Dnia|W dniu) .{4,200}(wrote|schrieb|a écrit|escribió|ha"
                    + " scritto|napsal|napsala|napsal\\(a\\)|schreef|napisał|napisał\\(a\\)).{0,100}:",
            Pattern.UNICODE_CASE);

    /** Header of the mail that is answered, without a line before it. */
    private static final Pattern HEADER_BLOCK = Pattern.compile(
            "(?m)^\\*?(From|Von|De|Od|Da):\\*? .+\\n\\*?(Sent|Date|Gesendet|Envoyé|Odesláno|Enviado|To|An)"
                    + ":\\*? .+");

    private static final Pattern SIGNATURE = Pattern.compile("--[ \\u00A0]?");
    private static final Pattern TELEPHONE = Pattern.compile(
            "(Sent from my |Sent from (Outlook|Mail|Yahoo)|Get Outlook for |Von meinem .{1,40} gesendet|Envoyé de mon "
                    + "|Enviado desde mi |Odesláno z |Inviato da ).{0,60}");

    private Trimming() {}

    static String of(String text, Set<Trim> what) {
        String rest = text;
        if (what.contains(Trim.QUOTES)) {
            rest = orAll(withoutQuotes(rest), rest);
        }
        if (what.contains(Trim.SIGNATURE)) {
            rest = orAll(withoutSignature(rest), rest);
        }
        return rest;
    }

    private static String orAll(String trimmed, String text) {
        return trimmed.isBlank() ? text : trimmed.strip();
    }

    private static String withoutQuotes(String text) {
        var header = HEADER_BLOCK.matcher(text);
        String own = header.find() ? text.substring(0, header.start()) : text;
        String[] lines = own.split("\n", -1);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (BEGIN_OF_QUOTE.stream().anyMatch(begin -> begin.matcher(line).matches())) {
                break;
            }
            int introduction = introduction(lines, i);
            if (introduction > 0) {
                i += introduction - 1;
            } else if (!line.startsWith(">")) {
                out.append(lines[i]).append('\n');
            }
        }
        return out.toString();
    }

    /** How many lines introduce a quote that follows; 0 when these lines do not. */
    private static int introduction(String[] lines, int at) {
        String joined = lines[at].strip();
        for (int length = 1; length <= 3 && at + length <= lines.length; length++) {
            if (length > 1) {
                joined += " " + lines[at + length - 1].strip();
            }
            if (INTRODUCTION.matcher(joined).matches() && quoteFollows(lines, at + length)) {
                return length;
            }
        }
        return 0;
    }

    /** HTML mails have no signs before what they quote: there the rest is the quote. */
    private static boolean quoteFollows(String[] lines, int from) {
        for (int i = from; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                return lines[i].strip().startsWith(">");
            }
        }
        return true;
    }

    private static String withoutSignature(String text) {
        String[] lines = text.split("\n", -1);
        StringBuilder out = new StringBuilder();
        for (String line : lines) {
            if (SIGNATURE.matcher(line).matches()
                    || TELEPHONE.matcher(line.strip()).matches()) {
                break;
            }
            out.append(line).append('\n');
        }
        return out.toString();
    }
}
