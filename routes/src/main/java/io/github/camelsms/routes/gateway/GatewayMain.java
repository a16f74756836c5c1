package io.github.camelsms.routes.gateway;

import java.util.Properties;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** Camel as the gateway has it: our properties and no others. */
final class GatewayMain {

    private GatewayMain() {}

    /** Makes the context, which has no routes yet. */
    static void prepare(Main main, Properties properties) {
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setOverrideProperties(properties);
        main.configure()
                .withProfile("prod")
                .withAutoConfigurationEnvironmentVariablesEnabled(false)
                .withAutoConfigurationSystemPropertiesEnabled(false);
        main.addMainListener(new PlaceholderOrder());
        main.init();
    }
}
