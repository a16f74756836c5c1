package io.github.camelsms.listeners.smtp.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.listeners.smtp.mail.MailContent.Origin;
import io.github.camelsms.listeners.smtp.mail.MailText.Trim;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailTextTest {

    private static final MailText TRIMMED = new MailText(Set.of(), " ", "", Trim.parse("signature, QUOTES"));

    private static String trimmed(String... lines) throws Exception {
        return TRIMMED.of(
                        MailContent.read(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8)), "a@example.org")
                .orElse("");
    }

    @Test
    void quotesOfThunderbirdAndGmailGo() throws Exception {
        assertThat(trimmed(
                        "",
                        "Yes, at five.",
                        "",
                        "On 02/11/2026 10:00, +15551234567 wrote:",
                        "> Are you coming?",
                        ">> Or not?",
                        "",
                        "-- ",
                        "Jana"))
                .isEqualTo("Yes, at five.");
        assertThat(trimmed(
                        "Content-Type: text/plain; charset=utf-8",
                        "",
                        "> Are you coming?",
                        "",
                        "Ano.",
                        "",
                        "Dne po 2. 11. 2026 v 10:00 uživatel +15551234567 <sms@example.org>",
                        "napsal:",
                        "",
                        "> Are you coming?"))
                .isEqualTo("Ano.");
    }

    @Test
    void quotesOfOutlookGo() throws Exception {
        assertThat(trimmed("", "Yes.", "", "-----Original Message-----", "From: +15551234567", "Are you coming?"))
                .isEqualTo("Yes.");
        assertThat(trimmed(
                        "",
                        "Yes.",
                        "",
                        "From: +15551234567 <sms@example.org>",
                        "Sent: Monday, November 2, 2026 10:00 AM",
                        "To: Jana",
                        "",
                        "Are you coming?"))
                .isEqualTo("Yes.");
    }

    @Test
    void quotesInHtmlGo() throws Exception {
        assertThat(trimmed(
                        "Content-Type: text/html",
                        "",
                        "<div>Yes.</div><div class=gmail_quote><div>On Mon, +15551234567 wrote:<br></div>",
                        "<blockquote class=gmail_quote>Are you<p>coming?</p></blockquote></div>"))
                .isEqualTo("Yes.");
        assertThat(trimmed("Content-Type: text/html", "", "<blockquote>A wise word</blockquote>"))
                .as("not each indented text is a quoted mail")
                .isEqualTo("A wise word");
    }

    @Test
    void signaturesOfTelephonesGo() throws Exception {
        assertThat(trimmed("", "Yes.", "", "Sent from my iPhone")).isEqualTo("Yes.");
        assertThat(trimmed("", "5 -- 6 or so", "--", "Jana")).isEqualTo("5 -- 6 or so");
    }

    @Test
    void whatPeopleWriteStays() throws Exception {
        for (String text : new String[] {
            "On time as ever: five", "From: is a word", "a > b", "On Monday he wrote: nothing\r\nmore to say"
        }) {
            assertThat(trimmed("", text)).isEqualTo(text.replace("\r\n", "\n"));
        }
        assertThat(trimmed("", "> all is quoted")).isEqualTo("> all is quoted");
        assertThat(MailText.PLAIN.of(MailContent.read("\r\nYes.\r\n> quoted".getBytes(StandardCharsets.US_ASCII)), ""))
                .contains("Yes.\n> quoted");
    }

    @Test
    void nothingIsLeftThatAShortMessageMayNotHold() throws Exception {
        assertThat(trimmed("Content-Type: text/plain; charset=utf-8", "", "a\u0007b\u001bc\uFFFEd\u007Fe\tf"))
                .isEqualTo("abcde\tf");
    }

    @Test
    void wordsAreChecked() {
        assertThat(Trim.parse("")).isEmpty();
        assertThatThrownBy(() -> Trim.parse("all")).hasMessageContaining("signature, quotes");
    }

    @Test
    void programsAndListsSayWhatTheyAre() throws Exception {
        for (String field : new String[] {
            "Auto-Submitted: auto-generated",
            "Auto-Submitted: auto-replied (vacation)",
            "Precedence: bulk",
            "List-Id: <x.y>"
        }) {
            assertThat(MailContent.read((field + "\r\n\r\nx").getBytes(StandardCharsets.US_ASCII))
                            .origin())
                    .as(field)
                    .isEqualTo(Origin.MACHINE);
        }
        assertThat(MailContent.read("Auto-Submitted: no\r\n\r\nx".getBytes(StandardCharsets.US_ASCII))
                        .origin())
                .isEqualTo(Origin.PERSON);
    }
}
