package io.github.camelsms.routes.http.emg;

import io.github.camelsms.routes.http.Balance;
import io.github.camelsms.routes.http.Entrance;
import io.github.camelsms.routes.http.OwnMessages;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.SubmitRequest;
import io.github.camelsms.routes.settings.EmgSettings;
import io.github.camelsms.sms.address.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;

/** The dialect of EMG: {@code /bin/send}, {@code /bin/send.json} and {@code /bin/send.xml}. */
public final class Emg {

    private Emg() {}

    /** What message options ask for, {@code MESSAGE} among them; names in lower case. */
    public static SubmitRequest request(Parameters options, EmgSettings settings, List<PhoneNumber> to, Instant now)
            throws RefusedException {
        return new MessageOptions(options, settings).request(to, now);
    }

    /**
     * Binds the beans of {@code http-emg.yaml}: {@code smsEmg}, and for each form {@code smsHttpEmg…} (how it is answered) and
     * {@code smsEmgAccepted…}.
     */
    public static void addTo(CamelContext context, Entrance entrance, EmgSettings settings, Clock clock) {
        Balance balance = new Balance(new OwnMessages(context), entrance.authentication());
        context.getRegistry().bind("smsEmg", new EmgIngress(entrance, settings, clock));
        Map.of("Text", Format.TEXT, "Json", Format.JSON, "Xml", Format.XML).forEach((name, format) -> {
            context.getRegistry().bind("smsHttpEmg" + name, format);
            context.getRegistry().bind("smsEmgAccepted" + name, new EmgAccepted(format, balance));
        });
    }
}
