package io.github.camelsms.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** What holds in every library; the {@code ArchitectureTest} of a module adds who may know whom in it. */
public final class SharedRules {

    /** Camel's conventions and types stay in the packages that are named for it. */
    @ArchTest
    public static final ArchRule ONLY_CAMEL_PACKAGES_KNOW_CAMEL = noClasses()
            .that()
            .resideOutsideOfPackage("..camel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    public static final ArchRule SETTERS_ARE_FOR_CAMEL = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("..camel..")
            .should()
            .haveNameNotMatching("set[A-Z].*");

    @ArchTest
    public static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager)");

    /** A library without settings keeps it, too. */
    @ArchTest
    public static final ArchRule SETTINGS_ARE_RECORDS = classes()
            .that()
            .haveSimpleNameEndingWith("Settings")
            .and()
            .areTopLevelClasses()
            .should()
            .beRecords()
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NOTHING_IS_SERIALIZED = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ObjectOutputStream.class);

    private SharedRules() {}
}
