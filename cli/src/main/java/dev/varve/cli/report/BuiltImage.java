package dev.varve.cli.report;

import dev.varve.cli.console.Failure;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import dev.varve.engine.NotFoundException;
import dev.varve.layer.waste.ImageLayers;
import dev.varve.lint.history.ReplayReport;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.PlanException;
import dev.varve.plan.Pull;
import dev.varve.plan.StagePlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An image that was built from a Dockerfile.
 *
 * @param notes what a reader must know of it
 */
record BuiltImage(ImageLayers layers, List<String> notes) {

    /** @throws Failure where the store has no such image */
    static BuiltImage of(String name, ReplayReport report, BuildOptions options, Engine engine)
            throws IOException, PlanException {
        Image image;
        try {
            image = engine.image(name);
        } catch (NotFoundException e) {
            throw new Failure("--image: the store has no image '" + name + "'; 'varve build -t " + name
                    + "' builds it, 'varve images' shows those there are");
        }
        List<String> notes = new ArrayList<>();
        Optional<String> base = base(BuildPlan.of(Dockerfile.parse(report.dockerfile(), report.text()), options));
        Optional<Image> found = base.isEmpty() ? Optional.empty() : find(base.get(), engine);
        ImageLayers layers = image.layers(name, found);
        if (base.isPresent() && layers.base().isEmpty()) {
            notes.add(
                    found.isEmpty()
                            ? "The base " + base.get() + " is not in the store, so all layers of " + name
                                    + " count as its own."
                            : name + " does not begin with the " + base.get()
                                    + " that the store has now, so all its layers count as its own.");
        }
        if (!isOf(report, layers)) {
            notes.add("No layer of " + name + " was made by an instruction of " + report.dockerfile()
                    + "; it may be another Dockerfile's image.");
        }
        return new BuiltImage(layers, notes);
    }

    /** The image that the target begins with, through the stages between. */
    private static Optional<String> base(BuildPlan plan) {
        StagePlan stage = plan.target();
        while (stage.base().isPresent()) {
            stage = plan.stage(stage.base().get()).orElseThrow();
        }
        return stage.steps().stream()
                .flatMap(step -> step.operation().stream())
                .filter(Pull.class::isInstance)
                .map(pull -> ((Pull) pull).image().reference())
                .findFirst();
    }

    private static Optional<Image> find(String name, Engine engine) throws IOException {
        try {
            return Optional.of(engine.image(name));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static boolean isOf(ReplayReport report, ImageLayers image) {
        List<String> instructions = report.steps().stream()
                .map(step -> step.instruction().replaceAll("\\s+", " "))
                .toList();
        return image.layers().stream().anyMatch(layer -> !layer.shared() && instructions.contains(layer.instruction()));
    }
}
