package io.github.camelsms.routes.gateway;

import io.github.camelsms.routes.account.DeliveryWatch;
import io.github.camelsms.routes.explain.Submission;
import io.github.camelsms.routes.routing.Routing;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.routing.GatewayBudgets;
import io.github.camelsms.sms.routing.GatewayState;
import io.github.camelsms.sms.routing.TableFormatException;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** Routing of a gateway: the beans of {@code submit.yaml}. */
final class GatewayRouting {

    private GatewayRouting() {}

    /** Of one that runs: by what its own store says of the gateways. */
    static void addTo(CamelContext context, Settings settings) throws StartFailedException {
        SmsComponent sms = context.getComponent("sms", SmsComponent.class);
        GatewayBudgets budgets = settings.routing().budgets();
        sms.setGatewayBudgets(budgets);
        bind(context, settings, () -> sms.operations().gateways(budgets));
        DeliveryWatch.addTo(context, () -> sms.operations().gateways(budgets));
    }

    /** Of any. */
    static void bind(
            CamelContext context, Settings settings, Supplier<CompletionStage<Map<String, GatewayState>>> states)
            throws StartFailedException {
        context.getRegistry()
                .bind("smsSubmission", new Submission(settings.routing().explanations()));
        try {
            Routing.addTo(context, settings.routing(), settings.policy().plan(), states, Clock.systemUTC());
        } catch (TableFormatException e) {
            throw new StartFailedException("sms.routing.prices: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StartFailedException(
                    "sms.routing.prices: cannot read " + OneLine.of(String.valueOf(e.getMessage())), e);
        }
    }
}
