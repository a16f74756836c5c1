package io.github.camelsms.modem.camel;

import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.session.Sessions;
import org.apache.camel.CamelContext;

/** Looks into the sessions of a component. */
final class GsmModemEndpointStates {

    private GsmModemEndpointStates() {}

    static boolean ready(CamelContext context, String device) {
        GsmModemComponent component = context.getComponent("gsmmodem", GsmModemComponent.class);
        try (Sessions.Handle handle =
                component.open(SessionOptions.of(component.getConfiguration(), DeviceAddress.parse(device)))) {
            return handle.session().status().isReady();
        }
    }
}
