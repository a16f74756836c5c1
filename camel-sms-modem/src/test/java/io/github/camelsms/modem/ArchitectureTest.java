package io.github.camelsms.modem;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.github.camelsms.testing.SharedRules;

@AnalyzeClasses(packages = "io.github.camelsms.modem", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests SHARED = ArchTests.in(SharedRules.class);

    @ArchTest
    static final ArchRule layers = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("channel")
            .definedBy("..modem.channel..")
            .layer("at")
            .definedBy("..modem.at..")
            .layer("command")
            .definedBy("..modem.command..")
            .layer("profile")
            .definedBy("..modem.profile..")
            .layer("session")
            .definedBy("..modem.session..")
            .layer("simulator")
            .definedBy("..modem.simulator..")
            .layer("camel")
            .definedBy("..modem.camel..")
            .whereLayer("camel")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("camel")
            .whereLayer("simulator")
            .mayOnlyBeAccessedByLayers("camel")
            .whereLayer("profile")
            .mayOnlyBeAccessedByLayers("session", "camel")
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("profile", "session", "camel")
            .whereLayer("at")
            .mayOnlyBeAccessedByLayers("command", "profile", "session", "camel")
            .whereLayer("channel")
            .mayOnlyBeAccessedByLayers("at", "session", "simulator", "camel");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.github.camelsms.modem.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyChannelKnowsSerialPorts = noClasses()
            .that()
            .resideOutsideOfPackage("..modem.channel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fazecast..");

    @ArchTest
    static final ArchRule dialogueKnowsNoPdu = noClasses()
            .that()
            .resideInAnyPackage("..modem.channel..", "..modem.at..", "..modem.command..", "..modem.profile..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.camelsms.sms..");
}
