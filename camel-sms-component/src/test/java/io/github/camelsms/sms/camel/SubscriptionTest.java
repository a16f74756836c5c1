package io.github.camelsms.sms.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Subscriptions of {@code sms:reports} as a route author has them. */
class SubscriptionTest {

    @Test
    void eachSubscriptionIsToldOnItsOwn() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        try (CamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("sms:outgoing?gateway=us").setBody(constant(""));
                    from("sms:reports?subscription=archive&states=ENROUTE&retryDelay=100")
                            .process(exchange -> {
                                if (attempts.incrementAndGet() < 3) {
                                    throw new IllegalStateException("the mail server is down");
                                }
                            })
                            .to("mock:archive");
                    from("sms:reports?subscription=other&states=ENROUTE").to("mock:other");
                    from("sms:reports").to("mock:everybody");
                }
            });
            context.start();
            MockEndpoint archive = context.getEndpoint("mock:archive", MockEndpoint.class);
            MockEndpoint other = context.getEndpoint("mock:other", MockEndpoint.class);
            archive.expectedMessageCount(1);
            archive.expectedHeaderReceived(SmsConstants.STATE, "ENROUTE");
            other.expectedMessageCount(1);
            MockEndpoint everybody = context.getEndpoint("mock:everybody", MockEndpoint.class);
            everybody.expectedMessageCount(0);

            context.createProducerTemplate().sendBody("sms:+15551234567", "hi");

            MockEndpoint.assertIsSatisfied(20, TimeUnit.SECONDS, archive, other, everybody);
            assertThat(archive.getExchanges().get(0).getMessage().getHeader(SmsConstants.REPORT_ID, String.class))
                    .isNotEqualTo(other.getExchanges().get(0).getMessage().getHeader(SmsConstants.REPORT_ID));
            assertThat(attempts).hasValue(3);
        }
    }

    @Test
    void aSubscriptionWithoutStatesIsRefused() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            assertThatThrownBy(() ->
                            context.getEndpoint("sms:reports?subscription=mail").createConsumer(exchange -> {}))
                    .hasMessageContaining("stand together");
        }
    }
}
