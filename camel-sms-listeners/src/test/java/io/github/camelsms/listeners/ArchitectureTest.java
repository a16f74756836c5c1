package io.github.camelsms.listeners;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.github.camelsms.testing.SharedRules;

@AnalyzeClasses(packages = "io.github.camelsms.listeners", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests SHARED = ArchTests.in(SharedRules.class);

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.github.camelsms.listeners.(**)..").should().beFreeOfCycles();

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
}
