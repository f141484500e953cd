package dev.varve.cli.structure;

import dev.varve.cli.command.Command;
import dev.varve.cli.command.Entry;
import dev.varve.cli.command.Group;
import java.util.List;

/** {@code test}. */
public final class StructureCommands extends Group {
    /** The group. */
    public StructureCommands() {
        super(
                "structure",
                "Test images",
                List.of(new Entry("test", "Test an image with files of container-structure-test")));
    }

    @Override
    protected Command create(String entry) {
        if (entry.equals("test")) {
            return new TestCommand();
        }
        throw new IllegalArgumentException(entry);
    }
}
