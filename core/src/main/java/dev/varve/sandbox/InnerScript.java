package dev.varve.sandbox;

import static dev.varve.sandbox.ShellWords.quote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the first process of a container does before it becomes the program: {@code inner.sh} and the calls into it. */
final class InnerScript {
    /** Mount makes the folder where it is missing; a runtime too leaves it in the file system. */
    private static final String MADE = ",X-mount.mkdir";

    private final Path state;
    private final Path root;
    private final ProcessSpec spec;
    private final Ids ids;

    InnerScript(Path state, ProcessSpec spec, Ids ids) {
        this.state = state;
        this.root = state.resolve("root");
        this.spec = spec;
        this.ids = ids;
    }

    String text(OverlayOptions overlay) {
        StringBuilder script = new StringBuilder();
        line(script, "state=" + quote(state.toString()), "root=$state/root");
        if (spec.terminal()) {
            line(script, "exec 8>&1");
        }
        script.append(Resource.MOUNTS).append(Resource.INNER);
        line(script, "cd " + quote(overlay.base().toString()) + " || exit");
        table(
                script,
                new MountTable()
                        .add("overlay", root, "overlay", overlay.options())
                        .add("tmpfs", root.resolve("dev"), "tmpfs", "nosuid,strictatime,mode=755,size=64m" + MADE));
        line(script, "mount_all");
        line(script, "devices \"$state/links\" " + String.join(" ", DeviceFolder.files(spec.terminal())));
        table(script, systemMounts());
        script.append(new MountCalls(spec, ids).text());
        line(script, "mount_all", "wait $copying || exit");
        if (!spec.workingDirectory().equals("/")) {
            line(script, "working_directory " + quote(spec.workingDirectory()));
        }
        if (spec.readOnly()) {
            line(script, "mount -o remount,bind,ro \"$root\" || exit");
        }
        if (!spec.hostname().isEmpty()) {
            line(script, "host_name " + quote(spec.hostname()));
        }
        if (spec.network() == Network.NONE) {
            line(script, "loopback");
        }
        if (spec.user().uid() != 0 && !ids.single()) {
            line(script, "give_streams " + spec.user().uid());
        }
        line(script, "tell_process", "cd /");
        line(script, "exec " + ShellWords.quoteAll(command()));
        return script.toString();
    }

    private static void line(StringBuilder script, String... lines) {
        for (String line : lines) {
            script.append(line).append('\n');
        }
    }

    private static void table(StringBuilder script, MountTable table) {
        line(script, "table=" + quote(table.toString()));
    }

    private MountTable systemMounts() {
        MountTable table = new MountTable();
        Path dev = root.resolve("dev");
        for (String device : DeviceFolder.DEVICES) {
            table.add("/dev/" + device, dev.resolve(device), "none", "bind");
        }
        if (spec.terminal()) {
            table.add("/dev/pts", dev.resolve("pts"), "none", "bind" + MADE);
            table.add("/dev/pts/0", dev.resolve("console"), "none", "bind");
        } else {
            table.add("devpts", dev.resolve("pts"), "devpts", terminals(spec, ids) + MADE);
        }
        table.add("shm", dev.resolve("shm"), "tmpfs", "nosuid,nodev,noexec,mode=1777,size=64m" + MADE);
        table.add("mqueue", dev.resolve("mqueue"), "mqueue", "nosuid,nodev,noexec" + MADE);
        if (ids.inUserNamespace() && spec.network() == Network.HOST) {
            // a sysfs shows the network, and only who owns that may mount one
            table.add("/sys", root.resolve("sys"), "none", "rbind,ro,nosuid,nodev,noexec" + MADE);
        } else {
            table.add("sysfs", root.resolve("sys"), "sysfs", "ro,nosuid,nodev,noexec" + MADE);
        }
        table.add("proc", root.resolve("proc"), "proc", "nosuid,nodev,noexec" + MADE);
        for (Path path : ProcPaths.READ_ONLY) {
            Path inside = inRoot(path.toString());
            table.add(inside.toString(), inside, "none", "bind,ro,nosuid,nodev,noexec");
        }
        for (Path path : ProcPaths.MASKED) {
            if (Files.isDirectory(path)) {
                table.add("tmpfs", inRoot(path.toString()), "tmpfs", "ro,size=0");
            } else {
                table.add("/dev/null", inRoot(path.toString()), "none", "bind");
            }
        }
        return table;
    }

    /** How the terminals of a container are mounted: its user's, and the group's that Linux calls {@code tty}. */
    static String terminals(ProcessSpec spec, Ids ids) {
        String owner = ids.single() ? "" : ",uid=" + spec.user().uid() + ",gid=5";
        return "newinstance,nosuid,noexec,ptmxmode=0666,mode=0620" + owner;
    }

    private Path inRoot(String path) {
        return root.resolve(path.substring(1));
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(new Privileges(spec, ids).command());
        command.addAll(List.of("sh", "-c", Resource.GATE, "sh"));
        command.addAll(GateArguments.of(spec));
        return command;
    }
}
