package dev.varve.cli.system;

import dev.varve.cli.build.BuildCommand;
import dev.varve.cli.command.Command;
import dev.varve.cli.command.Entry;
import dev.varve.cli.command.Group;
import java.util.List;

/** {@code varve builder …}, and {@code varve buildx …} for those whose fingers have learnt that. */
public final class BuilderCommands extends Group {
    /** @param name {@code builder} or {@code buildx} */
    public BuilderCommands(String name) {
        super(
                name,
                "Manage builds",
                List.of(
                        new Entry("build", "Build an image from a Dockerfile"),
                        new Entry("prune", "Remove build cache")));
    }

    @Override
    protected Command create(String entry) {
        return switch (entry) {
            case "build" -> new BuildCommand();
            case "prune" -> new BuilderPruneCommand();
            default -> throw new IllegalArgumentException(entry);
        };
    }
}
