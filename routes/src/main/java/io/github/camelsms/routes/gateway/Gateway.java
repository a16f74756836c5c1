package io.github.camelsms.routes.gateway;

import io.github.camelsms.routes.account.AccountDirectory;
import io.github.camelsms.routes.account.SubmitPolicy;
import io.github.camelsms.routes.callback.Callbacks;
import io.github.camelsms.routes.http.Entrance;
import io.github.camelsms.routes.http.Listener;
import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.routes.mail.MailBridge;
import io.github.camelsms.routes.report.ReportCallbacks;
import io.github.camelsms.routes.rules.RuleGate;
import io.github.camelsms.routes.rules.Rules;
import io.github.camelsms.routes.settings.HttpSettings;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.routes.settings.SmtpSettings;
import io.github.camelsms.routes.webhook.Webhooks;
import io.github.camelsms.sms.camel.SmsComponent;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.service.ServiceHelper;

/** A running gateway. */
public final class Gateway implements AutoCloseable {

    private static final long LOOK_MILLIS = 500;

    private final Settings settings;
    private final Listener listener;
    private final Authentication authentication;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Main main = new Main();

    private Gateway(Settings settings, Listener listener) {
        this.settings = settings;
        this.listener = listener;
        this.authentication = new Authentication(
                settings.accounts(),
                listener.address().getAddress(),
                settings.policy().zone());
    }

    /**
     * Starts a gateway; when this returns, requests are taken.
     *
     * @param routes route files and folders of the operator
     */
    public static Gateway start(Settings settings, List<Path> routes) throws StartFailedException {
        return start(settings, routes, List.of());
    }

    /**
     * The same, with more of our own route files.
     *
     * @param builtIn names of files among our resources
     */
    public static Gateway start(Settings settings, List<Path> routes, List<String> builtIn)
            throws StartFailedException {
        Gateway gateway = new Gateway(settings, bind(settings.http()));
        try {
            gateway.start(routes, builtIn);
            return gateway;
        } catch (StartFailedException | RuntimeException e) {
            gateway.close();
            throw e;
        }
    }

    private static Listener bind(HttpSettings http) throws StartFailedException {
        String where = HttpSettings.authority(http.host(), http.port());
        try {
            return Listener.bind(http.address());
        } catch (UnknownHostException e) {
            throw new StartFailedException("sms.http.host: there is no host " + http.host(), e);
        } catch (BindException e) {
            throw new StartFailedException(
                    "cannot listen on " + where + ": " + e.getMessage()
                            + ": stop the program that does, or set sms.http.port to another port",
                    e);
        } catch (IOException e) {
            throw new StartFailedException("cannot listen on " + where + ": " + e.getMessage(), e);
        }
    }

    private void start(List<Path> routes, List<String> builtIn) throws StartFailedException {
        try {
            GatewayMain.prepare(main, properties());
            CamelContext context = main.getCamelContext();
            // no property: those can be read by route files
            settings.store().password().ifPresent(context.getComponent("sms", SmsComponent.class)::setStorePassword);
            AccountDirectory directory = SubmitPolicy.addTo(context, settings, Clock.systemUTC());
            context.getRegistry().bind("smsReportLog", new ReportLog());
            ReportCallbacks.addTo(
                    context,
                    settings.properties().getOrDefault("sms.callbacks.hosts", ""),
                    settings.properties().getOrDefault("sms.callbacks.secret", ""),
                    Webhooks.addTo(context, settings.webhooks(), Clock.systemUTC()),
                    Clock.systemUTC());
            Dialects.addTo(context, listener, new Entrance(authentication, stopping::get), directory, settings);
            MailInRoutes mailIn = new MailInRoutes(context, settings);
            MailBridge.addTo(context, settings.mail(), Clock.systemUTC());
            Callbacks.addTo(context, Clock.systemUTC());
            GatewayRouting.addTo(context, settings);
            RuleGate rules = Rules.addTo(context, settings.rules(), Clock.systemUTC());
            GatewayAudit audit = new GatewayAudit(context);
            RouteLoader loader = new RouteLoader(context);
            loader.loadOurs("rules-send.yaml");
            loader.loadOurs("submit.yaml");
            for (String name : MailBridge.routes(settings.mail())) {
                loader.loadOurs(name);
            }
            loader.loadOurs("sms-http-gateway.yaml");
            for (String name : builtIn) {
                loader.loadOurs(name);
            }
            OperatorRoutes operator = new OperatorRoutes(loader, routes, ours(), rules, audit);
            operator.load();
            ProviderRoutes.addTo(context, settings.providers());
            loader.loadOurs("http-callbacks.yaml");
            for (String dialect : settings.http().dialects()) {
                loader.loadOurs("http-" + dialect + ".yaml");
            }
            mailIn.load(loader);
            main.start();
            audit.started(listeners());
            watch(operator);
        } catch (StartFailedException e) {
            throw e;
        } catch (Exception e) {
            throw StartFailure.of(main.getCamelContext(), e);
        }
    }

    /** Our own route file for each source that no route of the operator begins with. */
    private Map<String, String> ours() {
        Map<String, String> ours = new TreeMap<>(Rules.NO_RULES);
        ours.put(
                "sms:incoming",
                settings.webhooks().incoming().isPresent() ? "sms-to-webhook.yaml" : "sms-to-mail.yaml");
        ours.put("sms:reports", "reports.yaml");
        return ours;
    }

    private void watch(OperatorRoutes operator) {
        var unused = main.getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "route-files")
                .scheduleWithFixedDelay(operator::refresh, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Properties properties() {
        Properties properties = new Properties();
        DerivedProperties.of(settings, authority()).forEach(properties::setProperty);
        return properties;
    }

    private String authority() {
        return HttpSettings.authority(settings.http().host(), listener.address().getPort());
    }

    /** The line that says that the gateway is ready, where it listens, and which gateways there are. */
    public String ready() {
        return ReadyLine.of(main.getCamelContext(), listeners(), authentication, settings.accounts());
    }

    private String listeners() {
        SmtpSettings smtp = settings.mailIn().smtp();
        return url() + (smtp.isOn() ? " smtp://" + HttpSettings.authority(smtp.host(), smtp.port()) : "");
    }

    /** Where messages are sent to. */
    public String url() {
        return "http://" + authority() + "/sms/";
    }

    /** The context that the routes run in. */
    public CamelContext context() {
        return main.getCamelContext();
    }

    /** Takes nothing more in, finishes what is in flight, closes the store. */
    @Override
    public void close() {
        stopping.set(true);
        main.stop();
        // a context that could not start thinks that it has stopped, and keeps the store
        Optional.ofNullable(main.getCamelContext())
                .map(context -> context.hasComponent("sms"))
                .ifPresent(ServiceHelper::stopAndShutdownService);
        try {
            listener.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
