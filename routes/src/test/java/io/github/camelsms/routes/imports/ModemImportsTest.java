package io.github.camelsms.routes.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.imports.Samples.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** gammu-smsd and the SMS Server Tools. */
class ModemImportsTest {

    @TempDir
    private Path folder;

    @Test
    void thePhoneOfGammuBecomesAGateway() throws Exception {
        Result result = Samples.read("gammu");
        assertThat(result.settings())
                .contains("modem.workshop.device = /dev/ttyUSB1", "modem.workshop.baudRate = 115200")
                .contains("modem.workshop.pin = 7352")
                .doesNotContain("database-secret-1");
        assertThat(result.file("lists/gammu-include.txt")).isEqualTo("+420601123456\n+420602000001\n+420602000002\n");
        assertThat(result.file("routes/rules.yaml"))
                .contains("expression: not from in list gammu-include")
                .contains("# not in force: RunOnReceive", "# it ran: /usr/local/bin/received.sh");
        assertThat(result.text())
                .contains("gammu-smsdrc:31 number1: imported as an entry of a list that no rule asks for")
                .contains("gammu-smsdrc:9 Service: needs a decision");
    }

    @Test
    void gammuSpeaksOtherProtocolsAndOneDirection() throws Exception {
        Result result = Samples.read(
                "gammu",
                folder,
                "gammu-smsdrc",
                "[gammu]\nport = com8:\nconnection = fbusdlr3\n[smsd]\nreceive = no\nPIN = 12\n");
        assertThat(result.file("routes/modems.yaml")).contains("gateway-gammu").doesNotContain("received-");
        assertThat(result.settings()).contains("modem.gammu.device = COM8");
        assertThat(result.text())
                .contains("gammu-smsdrc:3 connection: needs a decision: only AT commands are spoken")
                .contains("gammu-smsdrc:6 PIN: needs a decision: a PIN has 4 to 8 digits");
    }

    @Test
    void devicesOfSmsdBecomeGateways() throws Exception {
        Result result = Samples.read("smstools");
        assertThat(result.settings())
                .contains("modem.GSM1.device = /dev/ttyS0", "modem.GSM1.smsc = +491722270000")
                .contains("modem.GSM2.device = tcp:10.1.1.1:5000", "modem.GSM2.flowControl = RTS_CTS")
                .contains("modem.HALL1.device = /dev/ttyHALL1", "modem.HALL2.baudRate = 19200")
                .contains("sms.routing.gateways.GSM1.rate = 20/60m", "sms.routing.gateways.HALL2.coolDown = 3600s")
                .contains("sms.alarm.number = +420601000001")
                .doesNotContain("SPARE");
        assertThat(result.text())
                .contains(
                        "smsd.conf:33 init: needs a decision",
                        "smsd.conf:49 [SPARE]: ignored: devices does not name it")
                .contains("smsd.conf:10 eventhandler: needs a decision");
        assertThat(result.file("rules-not-in-force.txt")).contains("# it ran: /usr/local/bin/smsevent");
    }

    @Test
    void queuesOfSmsdBecomePriceLines() throws Exception {
        Result result = Samples.read("smstools");
        // a number belongs to the first queue with a beginning of it
        assertThat(result.file("rates/imported.csv"))
                .contains("+49151,GSM1,1,EUR\n")
                .contains("+49150,GSM2,1,EUR\n", "+1,GSM2,1,EUR\n", "+1,HALL2,1,EUR\n", "local:,HALL1,1,EUR\n")
                .doesNotContain("+49151,GSM2", "+1,GSM1", "local:,GSM1", "+0");
        assertThat(result.file("lists/blacklist.txt")).isEqualTo("49900*\n80001\n");
        assertThat(result.text())
                .contains("smsd.conf:19 LOST: needs a decision: no modem that was imported serves this queue")
                .contains("smsd.black:3 number: needs a decision", "smsd.black:4 number: needs a decision");
    }

    @Test
    void aWhitelistThatChoosesAQueueNeedsADecision() throws Exception {
        java.nio.file.Files.writeString(folder.resolve("white"), "44\n[D1]\n49151\n");
        Result result = Samples.read(
                "smstools",
                folder,
                "smsd.conf",
                "devices = ? GSM1 | GSM2\nwhitelist = /etc/white\n[GSM1]\ndevice = /dev/ttyS0\n");
        assertThat(result.file("routes/rules.yaml")).contains("expression: number not in list whitelist");
        assertThat(result.text()).contains("white:2 number: needs a decision: a list chooses no queue");
        assertThat(result.settings()).contains("modem.GSM1.device").doesNotContain("GSM2");
    }
}
