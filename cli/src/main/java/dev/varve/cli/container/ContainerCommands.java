package dev.varve.cli.container;

import dev.varve.cli.command.Command;
import dev.varve.cli.command.Entry;
import dev.varve.cli.command.Group;
import java.util.List;

/** {@code varve container …}. */
public final class ContainerCommands extends Group {
    public ContainerCommands() {
        super(
                "container",
                "Manage containers",
                List.of(
                        new Entry("commit", "Create a new image from a container's changes"),
                        new Entry("cp", "Copy files/folders between a container and the local filesystem"),
                        new Entry("create", "Create a new container"),
                        new Entry("diff", "Inspect changes to files or directories on a container's filesystem"),
                        new Entry("exec", "Execute a command in a running container"),
                        new Entry("export", "Export a container's filesystem as a tar archive"),
                        new Entry("inspect", "Display detailed information on one or more containers"),
                        new Entry("kill", "Kill one or more running containers"),
                        new Entry("logs", "Fetch the logs of a container"),
                        new Entry("ls", "List containers", "list", "ps"),
                        new Entry("prune", "Remove all stopped containers"),
                        new Entry("rename", "Rename a container"),
                        new Entry("restart", "Restart one or more containers"),
                        new Entry("rm", "Remove one or more containers", "remove"),
                        new Entry("run", "Create and run a new container from an image"),
                        new Entry("start", "Start one or more stopped containers"),
                        new Entry("stop", "Stop one or more running containers"),
                        new Entry("wait", "Block until one or more containers stop, then print their exit codes")));
    }

    @Override
    protected Command create(String entry) {
        return switch (entry) {
            case "commit" -> new CommitCommand();
            case "cp" -> new CopyCommand();
            case "create" -> new CreateCommand();
            case "diff" -> new DiffCommand();
            case "exec" -> new ExecCommand();
            case "export" -> new ExportCommand();
            case "inspect" -> new InspectCommand();
            case "kill" -> new KillCommand();
            case "logs" -> new LogsCommand();
            case "ls" -> new ListCommand();
            case "prune" -> new PruneCommand();
            case "rename" -> new RenameCommand();
            case "restart" -> new RestartCommand();
            case "rm" -> new RemoveCommand();
            case "run" -> new RunCommand();
            case "start" -> new StartCommand();
            case "stop" -> new StopCommand();
            case "wait" -> new WaitCommand();
            default -> throw new IllegalArgumentException(entry);
        };
    }
}
