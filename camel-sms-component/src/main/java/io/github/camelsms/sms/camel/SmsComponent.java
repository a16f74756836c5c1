package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.store.Maintenance;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.Operations;
import io.github.camelsms.sms.store.jdbc.JdbcMessageStore;
import io.github.camelsms.sms.store.jdbc.JdbcOperations;
import io.github.camelsms.sms.store.jdbc.SqliteMaintenance;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.HealthCheckComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code sms:} is a short message service centre as endpoints: it accepts, keeps, hands out, and remembers. */
@Component("sms")
public class SmsComponent extends HealthCheckComponent {

    private static final Logger LOG = LoggerFactory.getLogger(SmsComponent.class);
    private static final String IN_MEMORY = "jdbc:sqlite::memory:";

    @Metadata(description = "Defaults of the endpoints")
    private SmsConfiguration configuration = new SmsConfiguration();

    @Metadata(autowired = true, label = "advanced", description = "The store; without one it is made from storeUrl")
    private MessageStore store;

    @Metadata(
            description = "Where messages are kept, such as jdbc:sqlite:data/sms.db; without it they are kept in"
                    + " memory and are lost when the process ends")
    private String storeUrl;

    private MessageStore ownStore;

    public SmsComponent() {}

    public SmsComponent(CamelContext context) {
        super(context);
    }

    /**
     * What a person sees and does in a store, beside the gateway that works on it or without one.
     *
     * @throws io.github.camelsms.sms.store.SmsRejectedException when there is no such store
     */
    public static Operations operations(String storeUrl) {
        return JdbcOperations.open(storeUrl, Clock.systemUTC());
    }

    /**
     * What is done to a whole store, beside the gateway that works on it or without one.
     *
     * @throws io.github.camelsms.sms.store.SmsRejectedException when there is no such store
     */
    public static Maintenance maintenance(String storeUrl) {
        return SqliteMaintenance.open(storeUrl);
    }

    /** What a person sees and does in the store of this component, in the process of the gateway. */
    public Operations operations() {
        return openStore();
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        SmsEndpoint endpoint = new SmsEndpoint(uri, this, configuration.copy());
        endpoint.setMailbox(remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /** The store of all endpoints; opened when it is first asked for. */
    synchronized MessageStore openStore() {
        if (store != null) {
            return store;
        }
        if (ownStore == null) {
            String url = storeUrl;
            if (url == null || url.isBlank()) {
                LOG.warn("No store is set: messages are kept in memory and lost when the process ends."
                        + " Set camel.component.sms.storeUrl = jdbc:sqlite:data/sms.db");
                url = IN_MEMORY;
            }
            ownStore = JdbcMessageStore.open(url, Timing.DEFAULT, clock());
        }
        return ownStore;
    }

    /** A {@link Clock} of the registry, or the system's. */
    Clock clock() {
        Clock clock = CamelContextHelper.findSingleByType(getCamelContext(), Clock.class);
        return clock == null ? Clock.systemUTC() : clock;
    }

    @Override
    protected void doShutdown() throws Exception {
        synchronized (this) {
            if (ownStore != null) {
                ownStore.close();
                ownStore = null;
            }
        }
        super.doShutdown();
    }

    public SmsConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(SmsConfiguration configuration) {
        this.configuration = configuration;
    }

    public MessageStore getStore() {
        return store;
    }

    public void setStore(MessageStore store) {
        this.store = store;
    }

    public String getStoreUrl() {
        return storeUrl;
    }

    public void setStoreUrl(String storeUrl) {
        this.storeUrl = storeUrl;
    }
}
