package io.github.camelsms.routes.http.kannel;

import io.github.camelsms.routes.http.Entrance;
import java.time.Clock;
import org.apache.camel.CamelContext;

/** The dialect of Kannel: {@code /cgi-bin/sendsms}. */
public final class Kannel {

    private Kannel() {}

    /** Binds the beans of {@code http-kannel.yaml}: {@code smsHttpKannel}, {@code smsKannel}, {@code smsKannelAccepted}. */
    public static void addTo(CamelContext context, Entrance entrance, Clock clock) {
        context.getRegistry().bind("smsHttpKannel", new KannelForm());
        context.getRegistry().bind("smsKannel", new KannelIngress(entrance, clock));
        context.getRegistry().bind("smsKannelAccepted", new KannelAccepted());
    }
}
