package io.github.camelsms.routes.http.icewarp;

import io.github.camelsms.routes.http.Entrance;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.SubmitRequest;
import io.github.camelsms.sms.account.Accounts;
import org.apache.camel.CamelContext;

/** The dialect of the IceWarp SMS service: {@code /sms/} and {@code /sms/deliver.html}. */
public final class IceWarp {

    private IceWarp() {}

    /** What the parameters of an address or of a request ask for, {@code number} and {@code data} among them. */
    public static SubmitRequest request(Parameters parameters) throws RefusedException {
        return SubmitParameters.request(parameters);
    }

    /**
     * Binds the beans of {@code http-icewarp.yaml}: {@code smsIceWarp} and {@code smsIceWarpDeliver}.
     *
     * @param gateways the passwords of gateways that hand over what they have received
     */
    public static void addTo(CamelContext context, Entrance entrance, Accounts gateways) {
        context.getRegistry().bind("smsIceWarp", new SubmitIngress(entrance));
        context.getRegistry().bind("smsIceWarpDeliver", new DeliverIngress(entrance, gateways));
    }
}
