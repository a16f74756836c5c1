package io.github.camelsms.listeners;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.camelsms.listeners", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.github.camelsms.listeners.(**)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyCamelPackagesKnowCamel = noClasses()
            .that()
            .resideOutsideOfPackage("..camel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule onlyTheListenerKnowsTheLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.camelsms.listeners.smtp")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.subethamail..");

    @ArchTest
    static final ArchRule onlyTheMailPackageReadsMails = noClasses()
            .that()
            .resideOutsideOfPackage("..smtp.mail..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.jsoup..");

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
