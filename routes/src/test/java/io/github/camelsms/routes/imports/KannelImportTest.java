package io.github.camelsms.routes.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.imports.Samples.Result;
import io.github.camelsms.sms.account.Term;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KannelImportTest {

    @TempDir
    private Path folder;

    private static String term(Result result, String account, Term term) {
        return result.target().accounts().stream()
                .filter(each -> each.title().equals("account " + account))
                .findFirst()
                .flatMap(each -> each.entry().terms().get(term))
                .orElse("none");
    }

    @Test
    void connectionsBecomeGateways() throws Exception {
        Result result = Samples.read("kannel");
        assertThat(result.settings())
                .contains("sms.http.port = 13013", "sms.numbers.home = FI")
                .contains("modem.modem1.device = /dev/ttyUSB0", "modem.modem1.smsc = +358501234567")
                .contains("sms.routing.gateways.modem1.rate = 1/5s", "sms.routing.gateways.carrier.rate = 10/1s")
                .contains("sms.gateways.carrier.provider = kannel")
                .contains("sms.gateways.carrier.host = http://127.0.0.1:9")
                .contains("sms.gateways.other.url = http://127.0.0.1:9/send?to=%number%&from=%sender%&text=%data%")
                .contains("sms.gateways.other.success = body ^OK");
        assertThat(result.text())
                .contains("connections.conf:34 group: needs a decision: smpp is not spoken here")
                .contains("connections.conf:43 group: ignored: the fake connection is for tests")
                .contains("kannel.conf:12 include: imported as what stands in there");
    }

    @Test
    void prefixesBecomePriceLines() throws Exception {
        String prices = Samples.read("kannel").file("rates/imported.csv");
        assertThat(prices)
                .contains("+358,modem1,1,EUR\n", "+372,modem1,1,EUR\n")
                // other carries all but +358 and +44, and prefers +46
                .contains("+357,other,1,EUR\n", "+43,other,1,EUR\n", "+46,other,0,EUR\n", "local:,other,1,EUR\n")
                .doesNotContain("+358,other", "+44,other", "+35,other", "+4,other")
                // it carries only what names it
                .doesNotContain("carrier");
    }

    @Test
    void usersBecomeAccounts() throws Exception {
        Result result = Samples.read("kannel");
        assertThat(term(result, "shop", Term.DESTINATIONS)).isEqualTo("+35840,+35850,+372");
        // each connection takes what names another one, unless it says otherwise; those that prefer it come first
        assertThat(term(result, "shop", Term.GATEWAY)).isEqualTo("modem1,other");
        assertThat(term(result, "office", Term.GATEWAY)).isEqualTo("carrier,modem1,other");
        assertThat(term(result, "office", Term.DESTINATIONS)).isEqualTo("*");
        assertThat(term(result, "broken", Term.ACTIVE)).isEqualTo("false");
        assertThat(result.target().accounts().get(0).title()).isEqualTo("group default");
        assertThat(result.target().accounts().get(1).password()).contains("shop:\"secret\" 1");
    }

    @Test
    void listsAndServicesBecomeRules() throws Exception {
        Result result = Samples.read("kannel");
        assertThat(result.file("lists/customers.txt")).isEqualTo("+358409999999\n+44123456789\n");
        assertThat(result.file("routes/rules.yaml"))
                .contains("expression: account is exactly 'office' and number not in list customers")
                .contains("expression: from in list pests")
                .contains("text: We are open 9-17. 100% of the time. /Example")
                .contains("url: http://127.0.0.1:9/status?from=%from%&text=%data%&pass=url-secret-1")
                .contains("# not in force: service run", "# exec = /usr/local/bin/run.sh %p")
                // what takes everything is asked last
                .matches("(?s).*service info.*service status.*service run.*service default.*");
    }

    @Test
    void aListThatIsNotThereClosesTheAccount() throws Exception {
        Result result = Samples.read(
                "kannel",
                folder,
                "kannel.conf",
                "group = sendsms-user\nusername = a\npassword = b\nwhite-list = http://example.org/list\n");
        assertThat(term(result, "a", Term.ACTIVE)).isEqualTo("false");
        assertThat(result.text()).contains("kannel.conf:4 white-list: needs a decision: the list is not in the folder");
    }

    @Test
    void anOldCopyBesideTheConfigurationIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("old.conf"), "group = sendsms-user\nusername = gone\npassword = gone\n");
        Result result = Samples.read(
                "kannel", folder, "kannel.conf", "group = sendsms-user\nusername = here\npassword = here\n");
        assertThat(result.target().accounts()).extracting(NewAccount::title).containsExactly("account here");
    }

    /** Nothing outside of the folder is read, whatever a configuration names. */
    @Test
    void namesNoFilesElsewhere() throws Exception {
        Result result = Samples.read(
                "kannel",
                folder,
                "kannel.conf",
                "group = core\nblack-list = /etc/hostname\ninclude = ../../../../../../../etc/hosts\ninclude = kannel.conf\n");
        assertThat(result.target().files()).isEmpty();
        assertThat(result.text())
                .contains("kannel.conf:2 black-list: needs a decision: the list is not in the folder")
                .contains("kannel.conf:3 include: needs a decision: the file is not in the folder")
                .contains("kannel.conf:4 include: imported");
    }

    /** Values that would be more than values in our files are refused. */
    @Test
    void valuesStayValues() throws Exception {
        Result result = Samples.read("kannel", folder, "kannel.conf", """
                group = smsc
                smsc = http
                smsc-id = "a b/../c"
                system-type = generic
                send-url = "http://127.0.0.1:9/{{sms.store.password}}?%P"

                group = sms-service
                keyword = x
                text = "#bean:evil"
                """);
        assertThat(result.target().files().keySet()).containsExactly("rules-not-in-force.txt");
        assertThat(result.text())
                .contains("kannel.conf:5 send-url: needs a decision: the value has {{ or }}")
                .contains("kannel.conf:7 group: needs a decision: the value begins with #");
    }
}
