package dev.varve.sandbox;

import static dev.varve.sandbox.ShellWords.quote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The sandbox of an OCI runtime, which is given a root that is mounted in a namespace of its own. */
final class RuntimeSandbox extends LinuxSandbox {
    private static final int ID_BYTES = 8;

    private final String runtime;
    private final SecureRandom random = new SecureRandom();

    RuntimeSandbox(String runtime, Ids ids) {
        super(ids);
        this.runtime = runtime;
    }

    @Override
    public String name() {
        return runtime;
    }

    @Override
    public Running start(ProcessSpec spec) throws IOException {
        boolean unmapped =
                ids.single() && (spec.user().uid() != 0 || spec.user().gid() != 0);
        if (unmapped || spec.terminal()) {
            // a runtime cannot have a user that is not mapped; the embedded sandbox gives the one user another number.
            // And crun takes no notice of a terminal's size, nor runc of a terminal that leads to no other
            return new EmbeddedSandbox(ids).start(spec);
        }
        StateFolder state = StateFolder.create(spec.folder());
        for (String left : List.of("log", "pid")) {
            Files.deleteIfExists(state.path().resolve(left));
        }
        Files.write(
                state.path().resolve("config.json"),
                new RuntimeConfig(spec, ids).json().toBytes());
        Files.writeString(state.path().resolve("inner"), script(state, spec));
        List<String> command = new ArrayList<>(List.of("unshare"));
        command.addAll(ids.flags());
        command.addAll(List.of("--mount", "--pid", "--fork", "--kill-child", "--mount-proc"));
        command.addAll(List.of("sh", state.path().resolve("inner").toString()));
        return start(command, spec, state);
    }

    private static Running start(List<String> command, ProcessSpec spec, StateFolder state) throws IOException {
        if (!spec.detached()) {
            return new RuntimeProcess(Launch.process(Launch.held(command), spec), state, spec);
        }
        try {
            // which process it is can be found out only by who started it
            new RuntimeProcess(Launch.process(Launch.supervised(command, state), spec), state, spec).awaitStart();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while a process was started");
        }
        return new DetachedProcess(state);
    }

    private String script(StateFolder state, ProcessSpec spec) throws IOException {
        OverlayOptions overlay = overlay(state, spec.root());
        Path root = state.path().resolve("root");
        String table = new MountTable()
                .add("overlay", root, "overlay", overlay.options())
                .toString();
        List<String> lines = new ArrayList<>();
        lines.add("state=" + quote(state.path().toString()) + " root=$state/root");
        lines.add("umask 022");
        lines.add("exec 8>&2 2>>\"$state/errors\"");
        lines.add(Resource.MOUNTS);
        lines.add("cd " + quote(overlay.base().toString()) + " || exit");
        lines.add("table=" + quote(table));
        lines.add("mount_all");
        // the runtime mounts; here is only made and written down what it would make
        lines.add("add() { :; }");
        // these stay, and runtimes do not agree on their modes
        lines.add("(made() { :; }; folder /dev; folder /proc; folder /sys) || exit");
        lines.add(new MountCalls(spec, ids).text());
        if (!spec.workingDirectory().equals("/")) {
            lines.add("working_directory " + quote(spec.workingDirectory()));
        }
        lines.addAll(new RuntimeCommand(runtime, spec, ids).preparation());
        lines.add("cd \"$state\" && exec " + ShellWords.quoteAll(new RuntimeCommand(runtime, spec, ids).words(id()))
                + " 2>&8 8>&-");
        return String.join("\n", lines) + "\n";
    }

    private String id() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return "varve-" + HexFormat.of().formatHex(bytes);
    }
}
