package dev.varve.cli.image;

import dev.varve.cli.build.BuildCommand;
import dev.varve.cli.command.Command;
import dev.varve.cli.command.Entry;
import dev.varve.cli.command.Group;
import java.util.List;

/** {@code varve image …}. */
public final class ImageCommands extends Group {
    public ImageCommands() {
        super(
                "image",
                "Manage images",
                List.of(
                        new Entry("build", "Build an image from a Dockerfile"),
                        new Entry("history", "Show the history of an image"),
                        new Entry("import", "Import the contents from a tarball to create a filesystem image"),
                        new Entry("inspect", "Display detailed information on one or more images"),
                        new Entry("load", "Load an image from a tar archive or STDIN"),
                        new Entry("ls", "List images", "list"),
                        new Entry("prune", "Remove unused images"),
                        new Entry("pull", "Download an image from a registry"),
                        new Entry("push", "Upload an image to a registry"),
                        new Entry("rm", "Remove one or more images", "remove"),
                        new Entry("save", "Save one or more images to a tar archive (streamed to STDOUT by default)"),
                        new Entry("tag", "Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE")));
    }

    @Override
    protected Command create(String entry) {
        return switch (entry) {
            case "build" -> new BuildCommand();
            case "history" -> new HistoryCommand();
            case "import" -> new ImportCommand();
            case "inspect" -> new InspectCommand();
            case "load" -> new LoadCommand();
            case "ls" -> new ListCommand();
            case "prune" -> new PruneCommand();
            case "pull" -> new PullCommand();
            case "push" -> new PushCommand();
            case "rm" -> new RemoveCommand();
            case "save" -> new SaveCommand();
            case "tag" -> new TagCommand();
            default -> throw new IllegalArgumentException(entry);
        };
    }
}
