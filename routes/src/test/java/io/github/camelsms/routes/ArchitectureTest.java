package io.github.camelsms.routes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.camelsms.testing.SharedRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "io.github.camelsms.routes", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theApplicationDoesNotLookBelowTheComponents = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.camelsms.sms.tpdu..",
                    "io.github.camelsms.sms.gsm7..",
                    "io.github.camelsms.sms.store.jdbc..",
                    "io.github.camelsms.modem.at..",
                    "io.github.camelsms.modem.channel..",
                    "io.github.camelsms.modem.command..",
                    "io.github.camelsms.modem.session..");

    @ArchTest
    static final ArchRule packagesHaveAnOrder =
            slices().matching("io.github.camelsms.routes.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ingressKnowsNoProtocol = noClasses()
            .that()
            .resideInAPackage("..routes.ingress..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..routes.http..", "org.apache.camel.component..", "org.eclipse.jetty..", "jakarta..");

    @ArchTest
    static final ArchRule nothingIsSerialized = SharedRules.NOTHING_IS_SERIALIZED;

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = SharedRules.NAMES_SAY_WHAT_A_CLASS_IS;

    /** S-22: in what we ship, no step takes an endpoint, a bean or a program from a message. */
    @Test
    void noShippedRouteIsSteeredByAMessage() throws Exception {
        Pattern steered = Pattern.compile("toD|recipientList|routingSlip|dynamicRouter|enrich|exec:|\\bscript|groovy|"
                + "simple:.*\\$\\{(?!header\\.CamelSmsMessageId}|body}\"$)");
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/routes"))) {
            assertThat(files.toList()).hasSizeGreaterThan(3).allSatisfy(file -> assertThat(
                            Files.readString(file, StandardCharsets.UTF_8).lines())
                    .as(file.toString())
                    .noneMatch(line -> steered.matcher(line).find()));
        }
    }
}
