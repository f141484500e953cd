package dev.varve.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which packages stand on which. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.varve.junit");

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.varve.junit.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void the_extension_knows_nothing_of_the_assertions() {
        noClasses()
                .that()
                .resideInAPackage("dev.varve.junit")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.varve.junit.assertions")
                .check(CLASSES);
    }
}
