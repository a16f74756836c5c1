package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.address.PhoneNumber;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/**
 * Accept, keep and hand out short messages.
 *
 * <p>A phone number accepts messages for it; {@code outgoing}, {@code incoming} and {@code reports} are the mailboxes
 * of the short message service centre.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "sms",
        title = "SMS",
        syntax = "sms:mailbox",
        category = {Category.MOBILE, Category.MESSAGING},
        headersClass = SmsConstants.class)
public class SmsEndpoint extends DefaultEndpoint {

    static final String OUTGOING = "outgoing";
    static final String INCOMING = "incoming";
    static final String REPORTS = "reports";

    @UriPath(description = "A phone number, or outgoing, incoming or reports")
    @Metadata(required = true)
    private String mailbox;

    @UriParam
    private SmsConfiguration configuration;

    public SmsEndpoint(String uri, SmsComponent component, SmsConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        SmsSettings settings = SmsSettings.of(configuration);
        return switch (mailbox) {
            case INCOMING -> new IncomingProducer(this, settings.gateway());
            case REPORTS -> new ReportsProducer(this, settings.gateway());
            case OUTGOING -> AcceptProducer.forHeader(this, settings);
            default -> AcceptProducer.forNumber(this, settings, PhoneNumber.parse(mailbox));
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        SmsSettings settings = SmsSettings.of(configuration);
        Consumer consumer =
                switch (mailbox) {
                    case OUTGOING ->
                        new OutgoingConsumer(
                                this, processor, settings, settings.requireGateway("A consumer of sms:outgoing"));
                    case INCOMING -> new IncomingConsumer(this, processor, settings);
                    case REPORTS -> new ReportsConsumer(this, processor, settings);
                    default ->
                        throw new IllegalArgumentException(
                                "sms: hands out the mailboxes outgoing, incoming and reports, not a number");
                };
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public SmsComponent getComponent() {
        return (SmsComponent) super.getComponent();
    }

    public String getMailbox() {
        return mailbox;
    }

    public void setMailbox(String mailbox) {
        this.mailbox = mailbox;
    }

    public SmsConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(SmsConfiguration configuration) {
        this.configuration = configuration;
    }
}
