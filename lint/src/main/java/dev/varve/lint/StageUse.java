package dev.varve.lint;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Mount;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the stages of a Dockerfile use of each other. */
final class StageUse {
    private final List<Stage> stages;
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Set<Integer> used = new HashSet<>();

    StageUse(Dockerfile file) {
        this.stages = file.stages();
        for (Stage stage : stages) {
            Integer parent = named(stage.from().base().text());
            if (parent != null) {
                parents.put(stage.index(), parent);
                used.add(parent);
            }
            stage.instructions().forEach(this::use);
            names.put(Integer.toString(stage.index()), stage.index());
            if (stage.name() != null) {
                names.put(stage.name(), stage.index());
            }
        }
    }

    private void use(Instruction instruction) {
        if (instruction instanceof Copy copy && copy.from() != null) {
            use(copy.from().text());
        } else if (instruction instanceof Run run) {
            for (Word mount : run.mounts()) {
                use(Mount.from(mount.text()));
            }
        }
    }

    private void use(@Nullable String name) {
        Integer stage = name == null ? null : named(name);
        if (stage != null) {
            used.add(stage);
        }
    }

    private @Nullable Integer named(String name) {
        return names.get(name.toLowerCase(Locale.ROOT));
    }

    Optional<Stage> parent(Stage stage) {
        return Optional.ofNullable(parents.get(stage.index())).map(stages::get);
    }

    /** Whether it is the last stage or one that no other uses. */
    boolean isLeaf(Stage stage) {
        return stage.index() == stages.size() - 1 || !used.contains(stage.index());
    }

    /** The indexes of the stages whose layers may be a part of an image that is kept. */
    Set<Integer> shipped() {
        Set<Integer> shipped = new HashSet<>();
        for (Stage stage : stages) {
            if (isLeaf(stage)) {
                Integer next = stage.index();
                while (next != null && shipped.add(next)) {
                    next = parents.get(next);
                }
            }
        }
        return shipped;
    }
}
