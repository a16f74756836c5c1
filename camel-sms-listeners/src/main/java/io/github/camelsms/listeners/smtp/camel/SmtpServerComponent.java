package io.github.camelsms.listeners.smtp.camel;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;

/** {@code smtp-server:}: mails to phones. */
@Component("smtp-server")
public class SmtpServerComponent extends HealthCheckComponent implements SSLContextParametersAware {

    @Metadata(description = "Options that all endpoints begin with")
    private SmtpServerConfiguration configuration = new SmtpServerConfiguration();

    @Metadata(description = "What of a mail all endpoints begin with")
    private MailTextConfiguration textConfiguration = new MailTextConfiguration();

    @Metadata(label = "security", description = "Whether the key and certificate of the Camel context serve here too")
    private boolean useGlobalSslContextParameters;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        int colon = remaining.lastIndexOf(':');
        if (colon < 1 || !remaining.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "An SMTP listener is smtp-server:host:port, not smtp-server:" + remaining);
        }
        SmtpServerEndpoint endpoint = new SmtpServerEndpoint(uri, this, configuration.copy(), textConfiguration.copy());
        endpoint.setHost(remaining.substring(0, colon));
        endpoint.setPort(Integer.parseInt(remaining.substring(colon + 1)));
        setProperties(endpoint, parameters);
        if (endpoint.getConfiguration().getSslContextParameters() == null) {
            endpoint.getConfiguration().setSslContextParameters(retrieveGlobalSslContextParameters());
        }
        return endpoint;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
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
