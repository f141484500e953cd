package dev.varve.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The whole house, of which the command is the roof. */
class HouseTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.varve");

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.varve.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void the_core_knows_nothing_of_what_stands_on_it() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.varve.lint..", "dev.varve.rules..", "dev.varve.structure..", "dev.varve.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.varve.lint..", "dev.varve.rules..", "dev.varve.structure..", "dev.varve.cli..")
                .check(CLASSES);
    }

    @Test
    void the_linter_knows_no_rule_and_runs_no_engine() {
        noClasses()
                .that()
                .resideInAPackage("dev.varve.lint..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.varve.rules..", "dev.varve.engine..", "dev.varve.store..", "dev.varve.sandbox..")
                .check(CLASSES);
    }
}
