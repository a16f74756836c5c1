package io.github.camelsms.modem.camel;

import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.session.SessionSettings;
import io.github.camelsms.modem.session.Sessions;
import io.github.camelsms.sms.camel.SmsConstants;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/**
 * Send and receive short messages through a GSM modem. As a producer it transmits and completes when the network has
 * accepted the message; as a consumer it hands out what was received, and deletes it from the SIM after the route has
 * completed.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "gsmmodem",
        title = "GSM Modem",
        syntax = "gsmmodem:device",
        category = {Category.MOBILE},
        headersClass = SmsConstants.class)
public class GsmModemEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

    @UriPath
    @Metadata(
            required = true,
            description = "The modem: a serial device such as /dev/ttyUSB0 or COM3, tcp:host:port,"
                    + " imei:digits, iccid:digits, usb:vendor:product, or simulator:name")
    private String device;

    @UriParam(label = "producer", defaultValue = "SEND", enums = "SEND,USSD,NETWORK_TIME,OWN_NUMBER")
    @Metadata(description = "What to do with an exchange; the header CamelGsmModemOperation wins")
    private Operation operation = Operation.SEND;

    @UriParam
    private GsmModemConfiguration configuration;

    public GsmModemEndpoint(String uri, GsmModemComponent component, GsmModemConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        settings();
    }

    /** The options, checked. */
    private SessionSettings settings() {
        return SessionOptions.of(configuration, DeviceAddress.parse(device));
    }

    /** A share of the session of the device. */
    Sessions.Handle openSession() {
        return ((GsmModemComponent) getComponent()).open(settings());
    }

    @Override
    public Producer createProducer() {
        return new GsmModemProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        GsmModemConsumer consumer = new GsmModemConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    /** Without the options: the PIN is one of them. */
    @Override
    public String toString() {
        return "gsmmodem:" + device;
    }

    @Override
    public String getServiceUrl() {
        return device;
    }

    @Override
    public String getServiceProtocol() {
        return "gsm";
    }

    public String getDevice() {
        return device;
    }

    public void setDevice(String device) {
        this.device = device;
    }

    public Operation getOperation() {
        return operation;
    }

    public void setOperation(Operation operation) {
        this.operation = operation;
    }

    public GsmModemConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(GsmModemConfiguration configuration) {
        this.configuration = configuration;
    }
}
