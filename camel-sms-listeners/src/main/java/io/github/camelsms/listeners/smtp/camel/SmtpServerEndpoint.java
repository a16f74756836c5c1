package io.github.camelsms.listeners.smtp.camel;

import java.util.Optional;
import javax.net.ssl.SSLContext;
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
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * Receive mails to phones by SMTP. There is an exchange for each recipient; the client is told that its mail is accepted
 * when they have completed.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "smtp-server",
        title = "SMTP Server",
        syntax = "smtp-server:host:port",
        consumerOnly = true,
        category = {Category.MAIL, Category.MOBILE},
        headersClass = SmtpServerConstants.class)
public class SmtpServerEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

    @UriPath
    @Metadata(required = true, description = "Address to listen at, such as 127.0.0.1; 0.0.0.0 for all")
    private String host;

    @UriPath
    @Metadata(required = true, description = "Port to listen at; 0 for any that is free")
    private int port;

    @UriParam
    private SmtpServerConfiguration configuration;

    @UriParam
    private MailTextConfiguration textConfiguration;

    public SmtpServerEndpoint(
            String uri,
            SmtpServerComponent component,
            SmtpServerConfiguration configuration,
            MailTextConfiguration textConfiguration) {
        super(uri, component);
        this.configuration = configuration;
        this.textConfiguration = textConfiguration;
    }

    /** The options, checked. */
    SmtpServerSettings settings() throws Exception {
        SSLContextParameters parameters = configuration.getSslContextParameters();
        Optional<SSLContext> tls =
                parameters == null ? Optional.empty() : Optional.of(parameters.createSSLContext(getCamelContext()));
        return new SmtpServerSettings(
                configuration.toSettings(host, port, tls),
                textConfiguration.toText(),
                textConfiguration.toPriority(),
                textConfiguration.getDefaultMessageType());
    }

    @Override
    public Producer createProducer() {
        throw new IllegalArgumentException("smtp-server: receives mails; smtp: sends them");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        SmtpServerConsumer consumer = new SmtpServerConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public String getServiceUrl() {
        return host + ":" + port;
    }

    @Override
    public String getServiceProtocol() {
        return "smtp";
    }

    public String getHost() {
        return host;
    }

    public void setHost(String host) {
        this.host = host;
    }

    public int getPort() {
        return port;
    }

    public void setPort(int port) {
        this.port = port;
    }

    public SmtpServerConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(SmtpServerConfiguration configuration) {
        this.configuration = configuration;
    }

    public MailTextConfiguration getTextConfiguration() {
        return textConfiguration;
    }

    public void setTextConfiguration(MailTextConfiguration textConfiguration) {
        this.textConfiguration = textConfiguration;
    }
}
