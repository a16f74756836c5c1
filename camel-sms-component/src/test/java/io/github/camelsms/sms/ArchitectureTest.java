package io.github.camelsms.sms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.github.camelsms.testing.SharedRules;

/** Who may know whom; the packages and their order are those of ARCHITECTURE.md. */
@AnalyzeClasses(packages = "io.github.camelsms.sms", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "io.github.camelsms.sms.";

    @ArchTest
    static final ArchTests SHARED = ArchTests.in(SharedRules.class);

    @ArchTest
    static final ArchRule GSM7_STANDS_ALONE = classes()
            .that()
            .resideInAPackage(BASE + "gsm7")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", BASE + "gsm7");

    @ArchTest
    static final ArchRule TPDU_KNOWS_GSM7_ALONE = classes()
            .that()
            .resideInAPackage(BASE + "tpdu")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", BASE + "gsm7", BASE + "tpdu");

    @ArchTest
    static final ArchRule THE_CODEC_KNOWS_NO_STORE = noClasses()
            .that()
            .resideInAnyPackage(BASE + "message", BASE + "report", BASE + "address", BASE + "account")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "store..", BASE + "camel..");

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_NO_ENDPOINT = noClasses()
            .that()
            .resideInAPackage(BASE + "store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "camel..");

    @ArchTest
    static final ArchRule ONLY_THE_STORE_KNOWS_SQL = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "store.jdbc")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule ONLY_THE_NUMBER_PLAN_KNOWS_ITS_SOURCE = noClasses()
            .that()
            .haveNameNotMatching(".*\\.address\\.NumberPlan(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.i18n..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.github.camelsms.sms.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_BOOLEAN_PARAMETERS = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("..camel..")
            .and()
            .haveModifier(JavaModifier.PUBLIC)
            .and()
            .doNotHaveName("equals")
            .should()
            .notHaveRawParameterTypes(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "a boolean", types -> types.stream().anyMatch(type -> type.isEquivalentTo(boolean.class))));
}
