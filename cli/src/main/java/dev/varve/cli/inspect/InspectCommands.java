package dev.varve.cli.inspect;

import dev.varve.cli.command.Command;
import dev.varve.cli.command.Entry;
import dev.varve.cli.command.Group;
import java.util.List;

/** {@code varve inspect}, which looks at anything. */
public final class InspectCommands extends Group {
    public InspectCommands() {
        super(
                "anything",
                "Look at anything",
                List.of(new Entry("inspect", "Return low-level information on containers and images")));
    }

    @Override
    protected Command create(String entry) {
        return new InspectCommand();
    }
}
