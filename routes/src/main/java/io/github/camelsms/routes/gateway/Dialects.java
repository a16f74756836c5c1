package io.github.camelsms.routes.gateway;

import io.github.camelsms.routes.account.AccountDirectory;
import io.github.camelsms.routes.http.AuthenticationStep;
import io.github.camelsms.routes.http.Entrance;
import io.github.camelsms.routes.http.Listener;
import io.github.camelsms.routes.http.api.Api;
import io.github.camelsms.routes.http.clickatell.Clickatell;
import io.github.camelsms.routes.http.emg.Emg;
import io.github.camelsms.routes.http.icewarp.IceWarp;
import io.github.camelsms.routes.http.jetty.JettyCalls;
import io.github.camelsms.routes.http.kannel.Kannel;
import io.github.camelsms.routes.http.platform.PlatformCalls;
import io.github.camelsms.routes.settings.HttpSettings;
import io.github.camelsms.routes.settings.Settings;
import java.time.Clock;
import org.apache.camel.CamelContext;

/** All HTTP dialects. Their beans are there also for those that are switched off: a route file may be a copy. */
final class Dialects {

    private Dialects() {}

    static void addTo(
            CamelContext context, Listener listener, Entrance entrance, AccountDirectory directory, Settings settings)
            throws Exception {
        if (settings.http().consumer().equals(HttpSettings.PLATFORM)) {
            PlatformCalls.addTo(context, listener, Api::form);
        } else {
            JettyCalls.addTo(context, listener, settings.http().connectionsPerAddress(), Api::form);
        }
        context.getRegistry().bind("smsAuthenticate", new AuthenticationStep(entrance.authentication()));
        IceWarp.addTo(context, entrance, settings.gateways());
        Emg.addTo(context, entrance, settings.http().emg(), Clock.systemUTC());
        Kannel.addTo(context, entrance, Clock.systemUTC());
        Clickatell.addTo(context, entrance, Clock.systemUTC());
        Api.addTo(context, entrance, directory, settings.incomingAccounts(), Clock.systemUTC());
    }
}
