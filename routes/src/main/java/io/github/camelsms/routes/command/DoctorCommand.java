package io.github.camelsms.routes.command;

import io.github.camelsms.routes.doctor.Doctor;
import io.github.camelsms.routes.doctor.Finding;
import io.github.camelsms.routes.doctor.Finding.Level;
import io.github.camelsms.routes.gateway.RouteFiles;
import io.github.camelsms.routes.gateway.StartFailedException;
import io.github.camelsms.routes.settings.InvalidSettingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sms-gateway doctor}: exit code 1 when a gateway could not run here or would lose messages. */
@Command(
        name = "doctor",
        description = "Measure the disk and check the store, the settings, the ports and the devices of the routes.")
public final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "ROUTE-FILE", description = "Route files or folders, as for run.")
    private List<Path> routes = List.of();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>(List.of(Doctor.java()));
        try {
            findings.addAll(Doctor.examine(options.settings(), RouteFiles.in(routes), Clock.systemUTC()));
        } catch (InvalidSettingException | StartFailedException e) {
            findings.add(Doctor.wrongSettings(e.getMessage()));
        }
        boolean well = findings.stream().noneMatch(finding -> finding.level() == Level.FAILURE);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("ok", well);
            answer.put("checks", findings.stream().map(DoctorCommand::fields).toList());
            out.println(MessageView.json(answer));
        } else {
            findings.forEach(finding -> out.println(line(finding)));
        }
        return well ? 0 : 1;
    }

    private static String line(Finding finding) {
        return "%-7s  %-9s  %s"
                .formatted(finding.level().name().toLowerCase(Locale.ROOT), finding.name(), finding.text());
    }

    private static Map<String, Object> fields(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("check", finding.name());
        fields.put("level", finding.level().name());
        fields.put("text", finding.text());
        fields.putAll(finding.figures());
        return fields;
    }
}
