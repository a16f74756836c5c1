package io.github.camelsms.routes.http.clickatell;

import io.github.camelsms.routes.http.Entrance;
import io.github.camelsms.routes.http.OwnMessages;
import java.time.Clock;
import org.apache.camel.CamelContext;

/** The dialect of Clickatell's HTTP API: {@code /http/sendmsg}, {@code querymsg}, {@code getbalance}, {@code auth}. */
public final class Clickatell {

    private Clickatell() {}

    /**
     * Binds the beans of {@code http-clickatell.yaml}: {@code smsHttpClickatell}, {@code smsClickatell},
     * {@code smsClickatellAccepted}.
     */
    public static void addTo(CamelContext context, Entrance entrance, Clock clock) {
        context.getRegistry().bind("smsHttpClickatell", new ClickatellForm());
        context.getRegistry().bind("smsClickatell", new ClickatellIngress(entrance, new OwnMessages(context), clock));
        context.getRegistry().bind("smsClickatellAccepted", new ClickatellAccepted());
    }
}
