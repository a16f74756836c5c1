package io.github.camelsms.listeners.smtp.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MailContentTest {

    private static MailContent read(String... lines) throws UnreadableMailException {
        return MailContent.read((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void decodesCharsetAndTransferEncoding() throws Exception {
        assertThat(read(
                                "Content-Type: text/plain; charset=\"iso-8859-1\"",
                                "Content-Transfer-Encoding: quoted-printable",
                                "",
                                "caf=E9")
                        .text())
                .contains("café");
        assertThat(read("Content-Type: text/plain; charset=x-unknown", "", "caf\u00E9")
                        .text())
                .contains("café");
        assertThat(read("Content-Transfer-Encoding: base64", "", "Y2Fmw6k=").text())
                .contains("café");
        assertThat(read("", "plain").text()).contains("plain");
    }

    @Test
    void prefersThePlainPartAndNamesWhatIsLeftOut() throws Exception {
        MailContent mail = read(
                "Content-Type: multipart/mixed; boundary=m",
                "",
                "--m",
                "Content-Type: multipart/alternative; boundary=a",
                "",
                "--a",
                "Content-Type: text/html",
                "",
                "<b>html</b>",
                "--a",
                "Content-Type: text/plain; format=flowed",
                "",
                "one ",
                "two",
                "three",
                "--a--",
                "--m",
                "Content-Type: image/jpeg",
                "Content-Disposition: attachment; filename=\"p\r\n h.jpg\"",
                "",
                "x",
                "--m--");
        assertThat(mail.text()).contains("one two\nthree");
        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.attachments().get(0)).contains("image/jpeg").doesNotContain("\n", "\r");
    }

    @Test
    void reducesHtml() throws Exception {
        assertThat(read(
                                "Content-Type: text/html; charset=utf-8",
                                "",
                                "<html><head><title>t</title><style>p{}</style></head><body><p>Hello <b>you</b>&amp;me",
                                "there</p><script>x()</script>next<br>line</body></html>")
                        .text())
                .contains("Hello you&me there\nnext\nline");
    }

    @Test
    void headerFieldsAreOneLine() throws Exception {
        MailContent mail = read("Subject: =?utf-8?Q?a=0D=0ABcc:_x=E2=80=A8y?=", "From: \"x\" <a@example.org>", "", "t");
        assertThat(mail.subject()).isEqualTo("a Bcc: x y");
        assertThat(mail.from()).contains("a@example.org");
    }

    @Test
    void refusesBottomlessStructures() {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b" + i + "\r\n\r\n--b" + i + "\r\n");
        }
        assertThatThrownBy(() -> read(mail.toString())).isInstanceOf(UnreadableMailException.class);
    }

    @Test
    void anyOctetsAreReadOrRefused() {
        Random random = new Random(7);
        String[] words = {
            "Content-Type: ",
            "multipart/mixed; boundary=b",
            "\r\n",
            "\r\n\r\n",
            "--b",
            "text/html",
            "=?x?Q?",
            "<p",
            "\0",
            "Content-Transfer-Encoding: base64",
            "; charset=",
            "=E9",
            "\u00E9"
        };
        for (int i = 0; i < 5000; i++) {
            StringBuilder mail = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                mail.append(words[random.nextInt(words.length)]);
            }
            try {
                assertThat(MailContent.read(mail.toString().getBytes(StandardCharsets.ISO_8859_1))
                                .subject())
                        .doesNotContain("\n", "\r");
            } catch (UnreadableMailException e) {
                assertThat(e).hasMessageContaining("broken");
            }
        }
    }
}
