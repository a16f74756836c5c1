package io.github.camelsms.sms.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.message.MessageContent;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.tpdu.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decisions of the template language; the vectors run through {@code template expand}. */
class UrlTemplateTest {

    private static final String CLICKATELL = "http://api.clickatell.com/http/sendmsg?user=xxx&password=xxx&api_id=xxx"
            + "&to=%number%&udh=%udh;len;hex\n%&data=%data;isascii%%data;isunicode;unicode;value=&unicode=1%&concat=%parts%";

    private static TemplateMessage text(String text) {
        return message(MessageContent.text(text), Octets.EMPTY);
    }

    private static TemplateMessage data(String hex, String udh) {
        return message(MessageContent.data(Octets.ofHex(hex).toArray()), Octets.ofHex(udh));
    }

    private static TemplateMessage message(MessageContent content, Octets udh) {
        return new TemplateMessage(
                content,
                udh,
                SegmentationOptions.DEFAULT,
                Map.of("number", "+15551234567", "sender", "Desk & Co", "msgid", "01M8", "password", "a&b%data%"));
    }

    private static String expand(String template, TemplateMessage message) {
        return UrlTemplate.parse(template).expand(message);
    }

    @ParameterizedTest
    @CsvSource({
        "%number%,%2B15551234567",
        "%%number%%,%2B15551234567",
        "%%Number%%,%2B15551234567",
        "%NUMBER;HEX%,2B3135353531323334353637",
        "%number;interprefix=00%,0015551234567",
        "%number;interprefix=%,15551234567",
        "%data%%data%,caf%C3%A9caf%C3%A9",
        "%%data%%%%data%%,caf%C3%A9caf%C3%A9",
        "100%%data%,100%caf%C3%A9",
        "%body;len%,%05caf%C3%A9",
        "%body;hex;len%,05636166C3A9",
        "%body;b64%,Y2Fmw6k%3D",
        "%data;charset=iso-8859-1;hex%,636166E9",
        "%data;unicode;len;hex%,08006300610066 00E9",
        "%data;isunicode;value=&u=1%,''",
        "%data;isascii;value=&u=0%,caf%C3%A9&u=0",
        "%condition;isbinary;value=x%,''",
        "%binary%%parts%%pid%%condition%%udh%,01",
        "%to%,%2B15551234567",
        "%from%,Desk%20%26%20Co",
        "%20%number%,%20%2B15551234567",
        "%unknown%%data;what%%data&%,%unknown%%data;what%%data&%"
    })
    void aTextIsExpanded(String template, String expected) {
        assertThat(expand(template, text("café"))).isEqualTo(expected.replace(" ", ""));
    }

    @Test
    void theTemplatesOfTheManualWorkAsPrinted() {
        assertThat(expand(CLICKATELL, text("Hello world")))
                .endsWith("&to=%2B15551234567&udh=&data=Hello%20world&concat=1");
        assertThat(expand(CLICKATELL, text("Žluť"))).endsWith("&udh=&data=017D006C00750165&unicode=1&concat=1");
        assertThat(expand(CLICKATELL, data("010601AE", "05040B8423F0")))
                .endsWith("&udh=0605040B8423F0&data=AQYBrg%3D%3D&concat=1");
        assertThat(expand(
                        "http://h/sms/deliver.html?id=58&number=%%from_alias%%&data=%%body%%&pass=1234567",
                        text("Hi you")))
                .isEqualTo("http://h/sms/deliver.html?id=58&number=Desk%20%26%20Co&data=Hi%20you&pass=1234567");
        assertThat(expand("http://s/SMSsend?user=x&number=%number%&message= \n\n%data%&type=LongSMS", text("a b")))
                .isEqualTo("http://s/SMSsend?user=x&number=%2B15551234567&message=a%20b&type=LongSMS");
    }

    @Test
    void aValueIsNeverReadAgain() {
        UrlTemplate template = UrlTemplate.parse("%data%|%password%", Target.URL, Set.of("password"));
        assertThat(template.expand(text("%number% ${body} {{x}} &a=1#")))
                .isEqualTo("%25number%25%20%24%7Bbody%7D%20%7B%7Bx%7D%7D%20%26a%3D1%23|a%26b%25data%25");
    }

    @Test
    void otherTargetsEncodeInTheirOwnWay() {
        TemplateMessage message = text("\"<a>\" & \\\n\u0001");
        assertThat(UrlTemplate.parse("{\"t\":\"%data%\"}", Target.JSON, Set.of())
                        .expand(message))
                .isEqualTo("{\"t\":\"\\\"<a>\\\" & \\\\\\u000a\\u0001\"}");
        assertThat(UrlTemplate.parse("<t>%data%</t>", Target.XML, Set.of()).expand(message))
                .isEqualTo("<t>&quot;&lt;a&gt;&quot; &amp; \\&#10;</t>");
        UrlTemplate header = UrlTemplate.parse("Key %password% %data%", Target.HEADER, Set.of("password"));
        assertThat(header.expand(text("x"))).isEqualTo("Key a&b%data% x");
        assertThatThrownBy(() -> header.expand(text("a\r\nX: y"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        assertThatThrownBy(() -> UrlTemplate.parse("%data;charset=klingon%"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("klingon");
        assertThatThrownBy(() -> expand("%data;len%", text("x".repeat(256))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256 octets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"to=%number%&data=%data&concat=%parts%", "to=Nnumber%&text=%data%", "a=%nmber%"})
    void typingErrorsAreFound(String template) {
        assertThat(UrlTemplate.parse(template).suspects()).hasSizeBetween(1, 2);
        assertThat(UrlTemplate.parse("a=%20b&to=%number%").suspects()).isEmpty();
    }

    @Test
    void theParametersAreThoseThatAServerReads() {
        assertThat(QueryPairs.of("http://h/?a=1+2&b&c=%41%zz%&=x#f"))
                .isEqualTo(List.of(List.of("a", "1 2"), List.of("b", ""), List.of("c", "A%zz%"), List.of("", "x")));
    }

    @Test
    void anyTemplateGivesATextOrAnExplanation() {
        Random random = new Random(6);
        String letters = "%%%%;;==datnumberhexlenb64isunicode&?Aé ";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder template = new StringBuilder();
            for (int n = random.nextInt(40); n >= 0; n--) {
                template.append(
                        random.nextInt(6) == 0
                                ? List.of("%data", "%udh", ";hex", ";value=", ";charset=", ";unicode", ";isascii")
                                        .get(random.nextInt(7))
                                : letters.charAt(random.nextInt(letters.length())));
            }
            byte[] octets = new byte[random.nextInt(30)];
            random.nextBytes(octets);
            try {
                expand(template.toString(), text(new String(octets, StandardCharsets.ISO_8859_1)));
                expand(template.toString(), message(MessageContent.data(octets), Octets.of(octets)));
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("character set");
            }
        }
    }
}
