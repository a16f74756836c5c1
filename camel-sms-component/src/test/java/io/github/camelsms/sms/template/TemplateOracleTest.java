package io.github.camelsms.sms.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.message.MessageContent;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.tpdu.Octets;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Random templates and messages: what we make of them is what a second, much simpler reading of the language makes. */
class TemplateOracleTest {

    private static final long SEED = 20261122;
    private static final List<String> NAMES =
            List.of("number", "data", "body", "udh", "binary", "sender", "msgid", "pid");
    private static final List<String> MODIFIERS = List.of(
            "unicode",
            "isunicode",
            "isascii",
            "isbinary",
            "hex",
            "b64",
            "len",
            "value=&x=1",
            "charset=iso-8859-1",
            "charset=UTF-16BE",
            "interprefix=00",
            "interprefix=");
    private static final List<String> LITERALS = List.of("http://h/?a=", "&b=", "/", "%20", "100", "%zz", ";", "#", "");
    private static final Pattern PLACEHOLDER = Pattern.compile("%%((?:%1$s)(?:;(?:%2$s))*)%%|%((?:%1$s)(?:;(?:%2$s))*)%"
            .replace("%1$s", String.join("|", NAMES))
            .replace(
                    "%2$s",
                    String.join("|", MODIFIERS.stream().map(Pattern::quote).toList())));

    /** A message, as plain as it can be. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sent(String text, byte[] data, byte[] udh, Map<String, String> texts) {

        boolean isBinary() {
            return data.length > 0;
        }

        boolean isUnicode() {
            return !isBinary() && text.chars().anyMatch(c -> c > 0xFF);
        }

        TemplateMessage message() {
            return new TemplateMessage(
                    isBinary() ? MessageContent.data(data) : MessageContent.text(text),
                    Octets.of(udh),
                    SegmentationOptions.DEFAULT,
                    texts);
        }
    }

    private static String oracle(String template, Sent sent) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(
                expand((found.group(1) == null ? found.group(2) : found.group(1)).split(";", -1), sent)));
    }

    private static String expand(String[] words, Sent sent) {
        List<String> modifiers = List.of(words).subList(1, words.length);
        boolean ofData = words[0].equals("data") || words[0].equals("body");
        boolean ascii = !sent.isUnicode() && (ofData || !sent.isBinary());
        if ((modifiers.contains("isunicode") && !sent.isUnicode())
                || (modifiers.contains("isbinary") && !sent.isBinary())
                || (modifiers.contains("isascii") && !ascii)) {
            return "";
        }
        boolean octetsFromStart = words[0].equals("udh") || (ofData && sent.isBinary());
        String text = octetsFromStart ? null : text(words[0], sent);
        byte[] octets = words[0].equals("udh") ? sent.udh() : sent.data();
        String form = octetsFromStart ? "b64" : "";
        StringBuilder suffix = new StringBuilder();
        for (String modifier : modifiers) {
            if (modifier.startsWith("value=")) {
                suffix.append(modifier.substring(6));
            } else if (modifier.equals("hex") || modifier.equals("b64")) {
                form = modifier;
            } else if (modifier.startsWith("interprefix=") && text != null && text.startsWith("+")) {
                text = modifier.substring(12) + text.substring(1);
            } else if (modifier.startsWith("charset=") && text == null) {
                form = "";
            } else if ((modifier.startsWith("charset=") || modifier.equals("unicode")) && text != null) {
                boolean unicode = modifier.equals("unicode");
                octets = text.getBytes(unicode ? StandardCharsets.UTF_16BE : Charset.forName(modifier.substring(8)));
                form = unicode && form.isEmpty() ? "hex" : form;
                text = null;
            }
        }
        byte[] plain = text == null ? octets : text.getBytes(StandardCharsets.UTF_8);
        String length = modifiers.contains("len") && plain.length > 0 ? "%02X".formatted(plain.length) : "";
        String hex = length + HexFormat.of().withUpperCase().formatHex(plain);
        return switch (form) {
                    case "hex" -> hex;
                    case "b64" ->
                        percent(Base64.getEncoder().encode(HexFormat.of().parseHex(hex)));
                    default -> percent(HexFormat.of().parseHex(hex));
                }
                + suffix;
    }

    private static String text(String name, Sent sent) {
        return switch (name) {
            case "data", "body" -> sent.text();
            case "binary" -> sent.isBinary() ? "1" : "0";
            default -> sent.texts().getOrDefault(name, "");
        };
    }

    /** As the form encoding of Java, where that differs from RFC 3986. */
    private static String percent(byte[] octets) {
        return URLEncoder.encode(new String(octets, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static <T> T one(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String template(Random random) {
        StringBuilder template = new StringBuilder();
        for (int n = random.nextInt(5); n >= 0; n--) {
            template.append(one(random, LITERALS));
            String marks = random.nextInt(4) == 0 ? "%%" : "%";
            List<String> words = new ArrayList<>(List.of(one(random, NAMES)));
            for (int m = random.nextInt(4); m > 0; m--) {
                words.add(one(random, MODIFIERS));
            }
            template.append(marks).append(String.join(";", words)).append(marks);
        }
        return template.toString();
    }

    private static Sent sent(Random random) {
        byte[] udh = new byte[random.nextInt(3) * 4];
        random.nextBytes(udh);
        byte[] data = new byte[random.nextInt(2) * (1 + random.nextInt(30))];
        random.nextBytes(data);
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(20); n > 0; n--) {
            text.append(one(random, List.of("a", " ", "%data%", "&", "=", "+", "~*", "é", "Ž", "你", "😀")));
        }
        return new Sent(
                text.toString(),
                data,
                udh,
                Map.of(
                        "number",
                        "+15551234567",
                        "sender",
                        one(random, List.of("Desk & Co", "+1", "")),
                        "msgid",
                        "01M"));
    }

    @Test
    void bothReadingsAgree() {
        Random random = new Random(SEED);
        for (int i = 0; i < 50_000; i++) {
            String template = template(random);
            Sent sent = sent(random);
            assertThat(UrlTemplate.parse(template).expand(sent.message()))
                    .as("round %d of seed %d: %s for %s", i, SEED, template, sent.texts())
                    .isEqualTo(oracle(template, sent));
        }
    }
}
