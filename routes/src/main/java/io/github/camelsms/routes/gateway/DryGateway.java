package io.github.camelsms.routes.gateway;

import io.github.camelsms.routes.account.SubmitPolicy;
import io.github.camelsms.routes.explain.Explained;
import io.github.camelsms.routes.explain.Explainer;
import io.github.camelsms.routes.explain.Question;
import io.github.camelsms.routes.rules.Rules;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/**
 * The routes of a gateway that decide about messages, and nothing else of it: no listener, no gateway, a store that
 * forgets. What is decided goes by the settings and files of the real one, and by what its store says where it has one.
 */
public final class DryGateway implements AutoCloseable {

    private static final String NOWHERE = "127.0.0.1:0";

    private final Main main = new Main();
    private final DryStates states;
    private Explainer explainer;

    private DryGateway(Settings settings) {
        this.states = new DryStates(settings);
    }

    /**
     * Begins.
     *
     * @param routes route files and folders of the operator
     */
    public static DryGateway start(Settings settings, List<Path> routes) throws StartFailedException {
        DryGateway gateway = new DryGateway(settings);
        try {
            gateway.run(settings, RouteFiles.in(routes));
            return gateway;
        } catch (StartFailedException | RuntimeException e) {
            gateway.close();
            throw e;
        } catch (Exception e) {
            gateway.close();
            throw StartFailure.of(gateway.main.getCamelContext(), e);
        }
    }

    private void run(Settings settings, List<Path> files) throws Exception {
        Properties properties = new Properties();
        DerivedProperties.of(settings, NOWHERE).forEach(properties::setProperty);
        properties.setProperty("camel.component.sms.storeUrl", "jdbc:sqlite::memory:");
        GatewayMain.prepare(main, properties);
        CamelContext context = main.getCamelContext();
        states.operations().ifPresent(context.getComponent("sms", SmsComponent.class)::lookAt);
        GatewayRouting.bind(context, settings, states::read);
        var unusedAccounts = SubmitPolicy.addTo(context, settings, Clock.systemUTC());
        var unused = Rules.addTo(context, settings.rules(), Clock.systemUTC());
        RouteLoader loader = new RouteLoader(context);
        loader.loadOurs("submit.yaml");
        loader.loadOurs("rules-send.yaml");
        for (Path file : files) {
            loader.loadCalled(file, Files.readString(file)).forEach(states::declare);
        }
        for (Map.Entry<String, String> rules : Rules.NO_RULES.entrySet()) {
            if (!loader.isConsumed(rules.getKey(), FileRoutes.NONE)) {
                loader.loadOurs(rules.getValue());
            }
        }
        main.start();
        this.explainer = new Explainer(context);
    }

    /** What would become of a message. */
    public Explained explain(Question question) {
        return explainer.explain(question);
    }

    @Override
    public void close() {
        if (explainer != null) {
            explainer.close();
        }
        main.stop();
        states.close();
    }
}
