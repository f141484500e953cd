package dev.varve;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The floors of the house: each package stands only on those below it. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.varve");

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.varve.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void each_floor_stands_only_on_those_below_it() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.varve..")
                .layer("dockerfile")
                .definedBy("dev.varve.dockerfile..")
                .layer("context")
                .definedBy("dev.varve.context..")
                .layer("json")
                .definedBy("dev.varve.json..")
                .layer("image")
                .definedBy("dev.varve.image..")
                .layer("layer")
                .definedBy("dev.varve.layer..")
                .layer("plan")
                .definedBy("dev.varve.plan..")
                .layer("store")
                .definedBy("dev.varve.store..")
                .layer("registry")
                .definedBy("dev.varve.registry..")
                .layer("sandbox")
                .definedBy("dev.varve.sandbox..")
                .layer("engine")
                .definedBy("dev.varve.engine..")
                .whereLayer("dockerfile")
                .mayOnlyBeAccessedByLayers("plan", "engine")
                .whereLayer("context")
                .mayOnlyBeAccessedByLayers("image", "layer", "plan", "engine")
                .whereLayer("json")
                .mayOnlyBeAccessedByLayers("image", "store", "registry", "sandbox", "engine")
                .whereLayer("image")
                .mayOnlyBeAccessedByLayers("layer", "plan", "store", "registry", "sandbox", "engine")
                .whereLayer("layer")
                .mayOnlyBeAccessedByLayers("store", "registry", "sandbox", "engine")
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("store", "engine")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("registry", "sandbox", "engine")
                .whereLayer("registry")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("sandbox")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("engine")
                .mayNotBeAccessedByAnyLayer()
                .withOptionalLayers(true)
                .check(CLASSES);
    }
}
