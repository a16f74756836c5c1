package io.github.camelsms.sms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The codec can be read and used alone: each of its packages knows only the lower ones. */
@AnalyzeClasses(packages = "io.github.camelsms.sms", importOptions = DoNotIncludeTests.class)
class CodecArchitectureTest {

    private static final String JAVA = "java..";
    private static final String GSM7 = "io.github.camelsms.sms.gsm7";
    private static final String TPDU = "io.github.camelsms.sms.tpdu";
    private static final String MESSAGE = "io.github.camelsms.sms.message";
    private static final String REPORT = "io.github.camelsms.sms.report";
    private static final String TEMPLATE = "io.github.camelsms.sms.template";
    private static final String ADDRESS = "io.github.camelsms.sms.address";
    private static final String FIELDS = "io.github.camelsms.sms.fields";

    @ArchTest
    static final ArchRule GSM7_KNOWS_NOTHING = classes()
            .that()
            .resideInAPackage(GSM7)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(GSM7, JAVA);

    @ArchTest
    static final ArchRule TPDU_KNOWS_GSM7 = classes()
            .that()
            .resideInAPackage(TPDU)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(TPDU, GSM7, JAVA);

    @ArchTest
    static final ArchRule MESSAGE_KNOWS_TPDU_AND_GSM7 = classes()
            .that()
            .resideInAPackage(MESSAGE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(MESSAGE, TPDU, GSM7, JAVA);

    @ArchTest
    static final ArchRule REPORT_KNOWS_TPDU = classes()
            .that()
            .resideInAPackage(REPORT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(REPORT, TPDU, JAVA);

    @ArchTest
    static final ArchRule FIELDS_KNOW_THE_CODEC = classes()
            .that()
            .resideInAPackage(FIELDS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(FIELDS, ADDRESS, TEMPLATE, MESSAGE, REPORT, TPDU, GSM7, JAVA);
}
