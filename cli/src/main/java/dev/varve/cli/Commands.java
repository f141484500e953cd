package dev.varve.cli;

import dev.varve.cli.command.Group;
import dev.varve.cli.command.Menu;
import dev.varve.cli.command.Shortcut;
import dev.varve.cli.dockerfile.DockerfileCommands;
import java.util.List;

/** All commands, in the order of the help. */
final class Commands {
    private Commands() {}

    static Menu menu() {
        Group dockerfile = new DockerfileCommands();
        Group own = new OwnCommands();
        return new Menu(
                "varve",
                "Tests and lints container images by the layer",
                List.of(
                        new Menu.Section(
                                "Dockerfiles",
                                List.of(new Shortcut("predict", dockerfile), new Shortcut("parse", dockerfile))),
                        new Menu.Section(
                                "Varve", List.of(new Shortcut("completion", own), new Shortcut("version", own)))),
                List.of());
    }
}
