package io.github.camelsms.modem;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.camelsms.modem", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

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
    static final ArchRule onlyCamelPackagesKnowCamel = noClasses()
            .that()
            .resideOutsideOfPackage("..camel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

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

    @ArchTest
    static final ArchRule noVagueNames = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    @ArchTest
    static final ArchRule settersOnlyForCamel = methods()
            .that()
            .haveNameMatching("set[A-Z].*")
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage("..camel..");

    @ArchTest
    static final ArchRule valuesAreRecords = classes()
            .that()
            .haveSimpleNameEndingWith("Settings")
            .and()
            .areTopLevelClasses()
            .should()
            .beRecords();
}
