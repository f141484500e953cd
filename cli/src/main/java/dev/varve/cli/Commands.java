package dev.varve.cli;

import dev.varve.cli.command.Group;
import dev.varve.cli.command.Menu;
import dev.varve.cli.command.Shortcut;
import dev.varve.cli.container.ContainerCommands;
import dev.varve.cli.dockerfile.DockerfileCommands;
import dev.varve.cli.image.ImageCommands;
import dev.varve.cli.inspect.InspectCommands;
import dev.varve.cli.lint.LintCommands;
import dev.varve.cli.report.ReportCommands;
import dev.varve.cli.structure.StructureCommands;
import dev.varve.cli.system.BuilderCommands;
import dev.varve.cli.system.RegistryCommands;
import dev.varve.cli.system.SystemCommands;
import java.util.List;

/** All commands, in the order of the help. */
final class Commands {
    private Commands() {}

    static Menu menu() {
        Group dockerfile = new DockerfileCommands();
        Group own = new OwnCommands();
        Group image = new ImageCommands();
        Group registry = new RegistryCommands();
        Group system = new SystemCommands();
        Group container = new ContainerCommands();
        Group anything = new InspectCommands();
        Group structure = new StructureCommands();
        return new Menu(
                "varve",
                "Tests and lints container images by the layer",
                List.of(
                        new Menu.Section(
                                "Containers",
                                List.of(
                                        new Shortcut("run", container),
                                        new Shortcut("exec", container),
                                        new Shortcut("ps", container, "ls"),
                                        new Shortcut("commit", container),
                                        new Shortcut("cp", container),
                                        new Shortcut("create", container),
                                        new Shortcut("diff", container),
                                        new Shortcut("export", container),
                                        new Shortcut("kill", container),
                                        new Shortcut("logs", container),
                                        new Shortcut("rename", container),
                                        new Shortcut("restart", container),
                                        new Shortcut("rm", container),
                                        new Shortcut("start", container),
                                        new Shortcut("stop", container),
                                        new Shortcut("wait", container))),
                        new Menu.Section(
                                "Images",
                                List.of(
                                        new Shortcut("build", image),
                                        new Shortcut("images", image, "ls"),
                                        new Shortcut("history", image),
                                        new Shortcut("import", image),
                                        new Shortcut("inspect", anything),
                                        new Shortcut("load", image),
                                        new Shortcut("login", registry),
                                        new Shortcut("logout", registry),
                                        new Shortcut("pull", image),
                                        new Shortcut("push", image),
                                        new Shortcut("rmi", image, "rm"),
                                        new Shortcut("save", image),
                                        new Shortcut("tag", image),
                                        new Shortcut("test", structure))),
                        new Menu.Section(
                                "Dockerfiles",
                                List.of(
                                        new Shortcut("lint", new LintCommands()),
                                        new Shortcut("report", new ReportCommands()),
                                        new Shortcut("predict", dockerfile),
                                        new Shortcut("parse", dockerfile))),
                        new Menu.Section(
                                "Varve",
                                List.of(
                                        new Shortcut("completion", own),
                                        new Shortcut("info", system),
                                        new Shortcut("version", own)))),
                List.of(new BuilderCommands("builder"), new BuilderCommands("buildx"), container, image, system));
    }
}
