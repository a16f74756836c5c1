package io.github.camelsms.routes.gateway;

import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/**
 * Lets our properties win over the environment, which they hold already in the order that is promised; what they do
 * not hold may still come from there.
 */
final class PlaceholderOrder extends MainListenerSupport {

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        PropertiesComponent placeholders =
                (PropertiesComponent) main.getCamelContext().getPropertiesComponent();
        placeholders.setEnvironmentVariableMode(PropertiesComponent.ENVIRONMENT_VARIABLES_MODE_FALLBACK);
        placeholders.setSystemPropertiesMode(PropertiesComponent.SYSTEM_PROPERTIES_MODE_FALLBACK);
    }
}
