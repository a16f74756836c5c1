package io.github.camelsms.modem.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.simulator.SentMessage;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.tpdu.TpStatus;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** What a modem receives and a route gets. */
class GsmModemReceivingTest extends ModemRoutes {

    @Test
    void tellsWhatItKnowsOfAReceivedPart() throws Exception {
        simple();
        network.deliver("Bank", "y".repeat(200));
        awaitReceived(2);

        assertThat(received)
                .extracting(m -> m.getHeader(SmsConstants.CONCAT_INDEX))
                .containsExactly(1, 2);
        Message part = received.get(0);
        assertThat(part.getBody()).isEqualTo("y".repeat(153));
        assertThat(part.getHeader(SmsConstants.FROM)).isEqualTo("Bank");
        assertThat(part.getHeader(SmsConstants.TIMESTAMP)).isInstanceOf(OffsetDateTime.class);
        assertThat(part.getHeader(SmsConstants.ENCODING)).isEqualTo("GSM7");
        assertThat(part.getHeader(SmsConstants.CONCAT_TOTAL)).isEqualTo(2);
        assertThat(part.getHeader(SmsConstants.UDH, String.class))
                .startsWith("0003")
                .hasSize(10);
        assertThat(part.getHeader(SmsConstants.TPDU)).isInstanceOf(byte[].class);
        assertThat(part.getHeader(SmsConstants.GATEWAY)).isNull();
    }

    @Test
    void handsOutWhatCannotBeReadAsHexWithTheReason() throws Exception {
        simple();
        network.deliverPdu("079100F40D1101000F00");
        network.deliver(TO, "good");
        awaitReceived(2);

        Message broken = received.get(0);
        assertThat(broken.getBody()).isEqualTo("079100F40D1101000F00");
        assertThat(broken.getHeader(SmsConstants.STATE)).isEqualTo(ReceivedMapper.UNDECODABLE);
        assertThat(broken.getHeader(SmsConstants.REASON, String.class)).isNotEmpty();
        assertThat(received.get(1).getBody()).isEqualTo("good");
        awaitDeleted();
    }

    @Test
    void keepsOnTheSimWhatTheRouteCouldNotTake() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from("gsmmodem:simulator:" + name)
                        .process(e -> {
                            if (attempts.incrementAndGet() < 3) {
                                assertThat(network.modem().stored("SM")).isEqualTo(1);
                                throw new IllegalStateException("the disk is full");
                            }
                        })
                        .process("received");
            }
        });
        network.deliver(TO, "precious");
        awaitReceived(1);
        awaitDeleted();
        assertThat(attempts).hasValue(3);
        assertThat(received.get(0).getHeader(SmsConstants.ATTEMPT)).isEqualTo(3);
    }

    @Test
    void answersFromTheRouteThroughTheSameModem() throws Exception {
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from("gsmmodem:simulator:" + name)
                        .setHeader(SmsConstants.TO, header(SmsConstants.FROM))
                        .setBody(simple("You wrote: ${body}"))
                        .to("gsmmodem:simulator:" + name);
            }
        });
        for (int i = 0; i < 10; i++) {
            network.deliver(TO, "message " + i);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> network.messages().size() == 10);
        awaitDeleted();
        assertThat(network.messages()).extracting(SentMessage::text).contains("You wrote: message 9");
    }

    @Test
    void refusesASecondConsumerOfADevice() throws Exception {
        simple();
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("gsmmodem:simulator:" + name + "?wireTrace=ON").to("mock:other");
                    }
                }))
                .hasStackTraceContaining("has a consumer already");
        network.deliver(TO, "still here");
        awaitReceived(1);
    }

    @Test
    void matchesReportsThatTheNetworkSendsLater() throws Exception {
        simple();
        network.report(91, TO, TpStatus.VALIDITY_EXPIRED);
        awaitReceived(1);
        assertThat(received.get(0).getHeader(SmsConstants.STATE)).isEqualTo("EXPIRED");
        assertThat(Optional.ofNullable(received.get(0).getBody())).isEmpty();
    }
}
