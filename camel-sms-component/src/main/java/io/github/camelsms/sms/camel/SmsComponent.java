package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.routing.GatewayBudgets;
import io.github.camelsms.sms.store.Budgets;
import io.github.camelsms.sms.store.Maintenance;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Limits;
import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.Operations;
import io.github.camelsms.sms.store.StoreAddress;
import io.github.camelsms.sms.store.jdbc.Databases;
import io.github.camelsms.sms.store.jdbc.JdbcMessageStore;
import io.github.camelsms.sms.store.jdbc.JdbcOperations;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
            description = "Where messages are kept, such as jdbc:sqlite:data/sms.db, or"
                    + " jdbc:postgresql://host/database for several machines; without it they are kept in memory and"
                    + " are lost when the process ends")
    private String storeUrl;

    @Metadata(
            description = "How long a message with a preference list waits for one gateway before it moves on to the"
                    + " next one that is served; it moves on at once when nobody serves the gateway",
            javaType = "java.time.Duration",
            defaultValue = "5m")
    private long failoverAfter = 300_000;

    @Metadata(description = "How many messages of one account may wait to be sent; 0 is no limit", defaultValue = "0")
    private long maxWaitingPerAccount;

    @Metadata(description = "How many messages may wait for one gateway, or for any; 0 is no limit", defaultValue = "0")
    private long maxWaitingPerGateway;

    @Metadata(label = "security", description = "Name at the database server, where the URL has none")
    private String storeUser;

    @Metadata(label = "security", secret = true, description = "Password at the database server")
    private String storePassword;

    @Metadata(
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description = "On a store of several machines: after so much silence a process is thought dead, and the"
                    + " others take over what it had")
    private long workerTimeout = Timing.DEFAULT.workerTimeout().toMillis();

    @Metadata(
            label = "advanced",
            description = "How much each gateway may carry: parts a day and a month, different numbers, how fast, when")
    private GatewayBudgets gatewayBudgets;

    private MessageStore ownStore;
    private volatile Operations lookedAt;

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
        return operations(StoreAddress.of(storeUrl));
    }

    /** The same for a store behind a server that asks who comes. */
    public static Operations operations(StoreAddress address) {
        return JdbcOperations.open(address, Clock.systemUTC());
    }

    /** The same; a store that is not there yet is made. */
    public static Operations operationsOfNew(StoreAddress address) {
        JdbcMessageStore.createIfMissing(address, Clock.systemUTC());
        return operations(address);
    }

    /**
     * What is done to a whole store, beside the gateway that works on it or without one.
     *
     * @throws io.github.camelsms.sms.store.SmsRejectedException when there is no such store
     */
    public static Maintenance maintenance(StoreAddress address) {
        return Databases.maintenance(address);
    }

    /** What a person sees and does in the store of this component, in the process of the gateway. */
    public Operations operations() {
        return lookedAt == null ? openStore() : lookedAt;
    }

    /** From now on {@link #operations()} is another store than the one that messages go to, for routes run on trial. */
    public void lookAt(Operations other) {
        this.lookedAt = other;
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
            StoreAddress address =
                    new StoreAddress(url, Optional.ofNullable(storeUser), Optional.ofNullable(storePassword));
            Timing timing = Timing.DEFAULT
                    .withWorkerTimeout(Duration.ofMillis(workerTimeout))
                    .withFailoverAfter(Duration.ofMillis(failoverAfter));
            ownStore = JdbcMessageStore.open(address, timing, limits(), budgets(), ownClock());
            if (gatewayBudgets != null) {
                ownStore.limit(gatewayBudgets);
            }
            GatewaysHealthCheck.register(getCamelContext(), ownStore);
        }
        return ownStore;
    }

    private Limits limits() {
        return new Limits(limit(maxWaitingPerAccount), limit(maxWaitingPerGateway));
    }

    /** The {@link Budgets} of the registry, or none. */
    private Budgets budgets() {
        Budgets budgets = CamelContextHelper.findSingleByType(getCamelContext(), Budgets.class);
        return budgets == null ? Budgets.UNLIMITED : budgets;
    }

    private static long limit(long option) {
        return option == 0 ? Limits.NONE.perAccount() : option;
    }

    /** The time by which things become due in the store. */
    Clock clock() {
        return openStore().clock();
    }

    /** A {@link Clock} of the registry, or the system's. */
    private Clock ownClock() {
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

    public long getFailoverAfter() {
        return failoverAfter;
    }

    public void setFailoverAfter(long failoverAfter) {
        this.failoverAfter = failoverAfter;
    }

    public long getMaxWaitingPerAccount() {
        return maxWaitingPerAccount;
    }

    public void setMaxWaitingPerAccount(long maxWaitingPerAccount) {
        this.maxWaitingPerAccount = maxWaitingPerAccount;
    }

    public long getMaxWaitingPerGateway() {
        return maxWaitingPerGateway;
    }

    public void setMaxWaitingPerGateway(long maxWaitingPerGateway) {
        this.maxWaitingPerGateway = maxWaitingPerGateway;
    }

    public GatewayBudgets getGatewayBudgets() {
        return gatewayBudgets;
    }

    public synchronized void setGatewayBudgets(GatewayBudgets gatewayBudgets) {
        this.gatewayBudgets = gatewayBudgets;
        if (ownStore != null) {
            ownStore.limit(gatewayBudgets);
        }
    }

    public String getStoreUrl() {
        return storeUrl;
    }

    public void setStoreUrl(String storeUrl) {
        this.storeUrl = storeUrl;
    }

    public String getStoreUser() {
        return storeUser;
    }

    public void setStoreUser(String storeUser) {
        this.storeUser = storeUser;
    }

    public String getStorePassword() {
        return storePassword;
    }

    public void setStorePassword(String storePassword) {
        this.storePassword = storePassword;
    }

    public long getWorkerTimeout() {
        return workerTimeout;
    }

    public void setWorkerTimeout(long workerTimeout) {
        this.workerTimeout = workerTimeout;
    }
}
