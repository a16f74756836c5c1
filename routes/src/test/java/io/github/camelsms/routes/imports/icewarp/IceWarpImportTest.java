package io.github.camelsms.routes.imports.icewarp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.imports.Folder;
import io.github.camelsms.routes.imports.NewAccount;
import io.github.camelsms.routes.imports.Outcome;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Samples;
import io.github.camelsms.routes.imports.Target;
import io.github.camelsms.sms.account.Term;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IceWarpImportTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Target target;
    private Report report;

    @BeforeEach
    void read() throws Exception {
        read(Samples.folder("icewarp"));
    }

    private void read(Path from) throws Exception {
        target = new Target();
        report = new Report();
        new IceWarpImport(NOW).read(new Folder(from, report), target, report);
    }

    private NewAccount account(String title) {
        return target.accounts().stream()
                .filter(account -> account.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private String text() {
        return report.outcomes().stream().map(Outcome::toString).collect(Collectors.joining("\n"));
    }

    private String file(String name) {
        return target.files().get(name).get();
    }

    @Test
    void accountsKeepTheirTermsAndCounts() {
        NewAccount john = account("account john");
        assertThat(john.password()).contains("john-secret-1");
        assertThat(john.sent()).isEqualTo(12);
        assertThat(john.entry().terms().values())
                .containsEntry(Term.LIMIT, "100")
                .containsEntry(Term.GATEWAY, "us-gateway")
                .containsEntry(Term.DESCRIPTION, "John Doe")
                .doesNotContainKey(Term.EXPIRES);
        // day 55153 of Delphi
        assertThat(account("account shop").entry().terms().get(Term.EXPIRES)).contains("2050-12-31T00:00:00Z");
        assertThat(account("account old").entry().terms().get(Term.ACTIVE)).contains("false");
        assertThat(account("account colon").password()).contains("pa:ss-secret-1");
        assertThat(account("account anna@example.org").password()).isEmpty();
        assertThat(account("group default").entry().terms().get(Term.LIMIT)).contains("50");
        assertThat(account("group example.org").entry().terms().get(Term.GATEWAY))
                .contains("Clickatell");
    }

    @Test
    void whatCannotBeReadClosesTheAccount() {
        assertThat(account("account minus").entry().terms().get(Term.ACTIVE)).contains("false");
        assertThat(account("account late").entry().terms().get(Term.ACTIVE)).contains("false");
        assertThat(text())
                .contains("smsusers.dat:7 account minus: needs a decision: it is imported and closed")
                .contains("smsusers.dat:6 line: needs a decision: the line has 1 colons more than it should")
                .contains("smsusers.dat:4 account nobody: needs a decision: it is imported, but it has no password");
    }

    @Test
    void gatewaysBecomeRoutesAndSettings() {
        assertThat(file("gateway.properties"))
                .contains("modem.us-gateway.device = COM16", "modem.us-gateway.pin = 7354")
                .contains("sms.gateways.Clickatell.provider = clickatell", "sms.gateways.Clickatell.profile = 123456")
                .contains("sms.gateways.Clickatell.password = pbkdf2$")
                .doesNotContain("deliver-secret-1")
                .contains(
                        "sms.gateways.o2.url = http://127.0.0.1:9/GP?action=send&toNumber=%number;interprefix=00%&text=%data%")
                .contains("# switched off: sms.gateways.old.url = ")
                .contains("sms.mail.from = sms:%s@example.org", "sms.mail.domain = example.org");
        assertThat(file("routes/modems.yaml"))
                .contains("gsmmodem:{{modem.us-gateway.device}}")
                .doesNotContain("7354");
        assertThat(text())
                .contains("smsgateway.dat:24 <clientcert>: needs a decision: the certificate is not there")
                .contains("smsgateway.dat:25 <colour>: needs a decision");
    }

    @Test
    void filtersBecomeRulesOrAreKept() {
        assertThat(file("routes/rules.yaml"))
                .contains("expression: body contains 'casino', 'lottery' and number in list staff")
                .contains("expression: to matches '(?i)^(?!.*@)(.*)$'", "value: $1$2@us-gateway")
                .contains("uri: sms-rule:copy", "to: archive@example.org")
                .contains("and (time in 22:00-06:00)", "uri: sms-rule:forward")
                .contains(
                        "# not in force: Asleep",
                        "# not in force: Spam filter",
                        "# <executable>C:\\scripts\\notify.exe");
        assertThat(text()).contains("filter Spam filter: needs a decision: a condition of the type '29'");
        assertThat(file("lists/staff.txt")).isEqualTo("+15550001111\n+15550002222\n");
    }

    @Test
    void brokenXmlIsNamedWithItsLineAndNothingOfItIsImported() throws Exception {
        Files.writeString(folder.resolve("smsgateway.dat"), "<G>\n<ITEM><ID>a</ID>\n<DEVICE>COM1</DEVICE>\n");
        Files.writeString(
                folder.resolve("sms-rules.xml"),
                "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>\n<x>&y;</x>");
        read(folder);
        assertThat(text())
                .contains(
                        "smsgateway.dat:3 XML: needs a decision: the XML is broken there; nothing of the file is imported")
                .contains("sms-rules.xml:1 XML: needs a decision: a document type or an entity is not read");
        assertThat(target.files()).isEmpty();
    }

    @Test
    void anExportThatDoesNotSayItsDirectionIsKept() throws Exception {
        Files.copy(
                Samples.folder("icewarp").resolve("config/sms-incoming-rules.xml"), folder.resolve("sms-filters.xml"));
        read(folder);
        assertThat(text()).contains("the name of the file says neither incoming nor outgoing");
        assertThat(target.files().keySet()).containsExactly("rules-not-in-force.txt");
    }

    @Test
    void otherEncodingsAndLineEndsAreRead() throws Exception {
        Files.write(
                folder.resolve("smsusers.dat"),
                "\uFEFFzoe:zoe-secret-1::caf\u00e9:5:0:0:0:0:0\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        read(folder);
        assertThat(account("account zoe").entry().terms().get(Term.DESCRIPTION)).contains("caf\u00e9");
        Files.write(
                folder.resolve("smsusers.dat"),
                "zoe:zoe-secret-1::caf\u00e9:5:0:0:0:0:0\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        read(folder);
        assertThat(account("account zoe").entry().terms().get(Term.DESCRIPTION)).contains("caf\u00e9");
        assertThat(text()).contains("smsusers.dat:1 file: imported as text in ISO 8859-1");
    }

    @Test
    void delphiDays() {
        assertThat(DelphiDate.parse("0")).isEmpty();
        assertThat(DelphiDate.parse("")).isEmpty();
        assertThat(DelphiDate.parse("1")).contains(java.time.LocalDate.of(1899, 12, 31));
        assertThat(DelphiDate.parse("46348.75")).contains(java.time.LocalDate.of(2026, 11, 22));
        for (String wrong : List.of("-1", "x", "2958466", "99999999999999999999", "1e5")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> DelphiDate.parse(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
