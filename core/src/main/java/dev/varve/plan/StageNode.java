package dev.varve.plan;

import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.OnBuild;
import dev.varve.dockerfile.Stage;
import dev.varve.image.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stage on its way into the plan. */
final class StageNode {
    final Stage stage;
    /** The base's name with its variables expanded. */
    final String baseName;

    final @Nullable Platform platform;
    /** The stage that this one begins with, if it is one. */
    final @Nullable StageNode base;
    /** What a named build context puts in the place of the whole stage. */
    final @Nullable Source replacement;

    /** What ONBUILD in the base leaves for this stage to begin with. */
    final List<Instruction> triggers = new ArrayList<>();

    /** What the stage leaves behind, once its instructions are planned. */
    @Nullable
    StageState result;

    StageNode(
            Stage stage,
            String baseName,
            @Nullable Platform platform,
            @Nullable StageNode base,
            @Nullable Source replacement) {
        this.stage = stage;
        this.baseName = baseName;
        this.platform = platform;
        this.base = base;
        this.replacement = replacement;
        if (base != null) {
            for (Instruction instruction : base.stage.instructions()) {
                if (instruction instanceof OnBuild onBuild) {
                    triggers.add(onBuild.trigger());
                }
            }
        }
    }

    int line() {
        return stage.from().line();
    }

    Optional<Integer> baseStage() {
        return base == null || replacement != null ? Optional.empty() : Optional.of(base.stage.index());
    }

    String displayName() {
        String name = stage.name();
        return name == null ? "stage-" + stage.index() : name;
    }
}
