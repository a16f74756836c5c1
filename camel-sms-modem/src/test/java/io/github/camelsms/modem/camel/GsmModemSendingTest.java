package io.github.camelsms.modem.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.modem.simulator.SentMessage;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a route sends through a modem. */
class GsmModemSendingTest extends ModemRoutes {

    @ParameterizedTest
    @ValueSource(strings = {"Hello", "€[]{}~^\\|", "Привет, мир", "😀 between", "two\nlines"})
    void sendsAndReceivesTextAsItIs(String text) throws Exception {
        simple();
        assertThat(send(text, Map.of()).getException()).isNull();
        network.deliver(TO, text);

        assertThat(network.messages()).extracting(SentMessage::text).containsExactly(text);
        awaitReceived(1);
        assertThat(received.get(0).getBody()).isEqualTo(text);
        awaitDeleted();
    }

    @Test
    void splitsLongTextAndTellsTheReferences() throws Exception {
        simple();
        String text = "x".repeat(66) + "😀".repeat(40);

        Message sent = send(text, Map.of()).getMessage();

        assertThat(sent.getHeader(SmsConstants.PARTS)).isEqualTo(3);
        assertThat(sent.getHeader(SmsConstants.REFERENCES)).isEqualTo(List.of("0", "1", "2"));
        assertThat(network.messages()).extracting(SentMessage::text).containsExactly(text);
    }

    @Test
    void sendsDataAndWhatElseTheHeadersAskFor() throws Exception {
        simple();
        send(
                new byte[] {1, 2, (byte) 0xFF},
                Map.of(
                        SmsConstants.UDH,
                        "05040B8423F0",
                        SmsConstants.PID,
                        0x11,
                        SmsConstants.VALIDITY,
                        Duration.ofDays(5),
                        SmsConstants.REPORT_REQUESTED,
                        true));
        send("flash", Map.of(SmsConstants.MESSAGE_CLASS, 0, SmsConstants.ENCODING, "UCS2"));

        SmsSubmit data = network.submissions().get(0);
        assertThat(data.protocolIdentifier().octet()).isEqualTo(0x11);
        assertThat(data.dataCodingScheme().octet()).isEqualTo(0x04);
        assertThat(data.userData().header().orElseThrow().ports()).isPresent();
        assertThat(data.validityPeriod().orElseThrow().duration()).hasValue(Duration.ofDays(5));
        assertThat(data.firstOctet().statusReportRequested()).isTrue();
        assertThat(network.submissions().get(1).dataCodingScheme().octet()).isEqualTo(0x18);
        awaitReceived(1);
        Message report = received.get(0);
        assertThat(report.getHeader(SmsConstants.STATE)).isEqualTo("DELIVERED");
        assertThat(report.getHeader(SmsConstants.REFERENCES)).isEqualTo(List.of("0"));
        assertThat(report.getHeader(SmsConstants.TO)).isEqualTo(TO);
        assertThat(report.getHeader(SmsConstants.TPDU)).isInstanceOf(byte[].class);
        awaitDeleted();
    }

    @Test
    void cutsWhereItIsAskedToAndRefusesTooMuchOtherwise() throws Exception {
        simple();
        send("x".repeat(1000), Map.of(SmsConstants.MAX_PARTS, 1));
        assertThat(network.messages().get(0).text()).hasSize(160);

        assertThat(send("x".repeat(3000), Map.of())
                        .getException(SendFailedException.class)
                        .code())
                .isEqualTo("too-many-parts");
    }

    @ParameterizedTest
    @CsvSource({
        "CamelSmsTo, '', bad-number",
        "CamelSmsTo, 12a, bad-number",
        "CamelSmsTo, '+1555,+1556', bad-number",
        "CamelSmsTo, +, bad-number",
        "CamelSmsTo, 123456789012345678901, bad-number",
        "CamelSmsEncoding, EBCDIC, bad-param",
        "CamelSmsUdh, 05ZZ, bad-udh",
        "CamelSmsMaxParts, 0, bad-message",
        "CamelSmsMaxParts, many, bad-param",
        "CamelSmsMessageClass, 7, bad-param",
        "CamelSmsDcs, 999, bad-param",
        "CamelSmsValidity, soon, bad-param"
    })
    void refusesWhatCannotBeSent(String header, String value, String code) throws Exception {
        simple();
        SendFailedException failure = send("Hello", Map.of(header, value)).getException(SendFailedException.class);

        assertThat(failure.kind()).isEqualTo(FailureKind.REJECTED);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(network.submissions()).isEmpty();
        assertThat(send("next", Map.of()).getException()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT120H", "5d"})
    void takesTheValidityAsText(String validity) throws Exception {
        simple();
        send("Hello", Map.of(SmsConstants.VALIDITY, validity));
        assertThat(network.submissions().get(0).validityPeriod().orElseThrow().duration())
                .hasValue(Duration.ofDays(5));
    }

    @Test
    void takesABlankInFrontOfTheNumberForAPlus() throws Exception {
        simple();
        send("Hello", Map.of(SmsConstants.TO, " 15551234567"));
        assertThat(network.messages()).extracting(SentMessage::number).containsExactly(TO);
    }
}
