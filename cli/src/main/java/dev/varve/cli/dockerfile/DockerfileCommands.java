package dev.varve.cli.dockerfile;

import dev.varve.cli.command.Command;
import dev.varve.cli.command.Entry;
import dev.varve.cli.command.Group;
import java.util.List;

/** {@code parse}, {@code predict}. */
public final class DockerfileCommands extends Group {
    public DockerfileCommands() {
        super(
                "dockerfile",
                "Look at Dockerfiles",
                List.of(
                        new Entry("predict", "Tell which build steps a change makes run again, and because of what"),
                        new Entry("parse", "Show Dockerfiles as BuildKit reads them")));
    }

    @Override
    protected Command create(String entry) {
        return switch (entry) {
            case "predict" -> new PredictCommand();
            case "parse" -> new ParseCommand();
            default -> throw new IllegalArgumentException(entry);
        };
    }
}
