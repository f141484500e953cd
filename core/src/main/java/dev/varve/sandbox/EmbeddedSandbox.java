package dev.varve.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The sandbox made of util-linux' {@code unshare}, {@code nsenter}, {@code mount}, {@code pivot_root}, {@code setpriv}. */
final class EmbeddedSandbox extends LinuxSandbox {
    EmbeddedSandbox(Ids ids) {
        super(ids);
    }

    @Override
    public String name() {
        return EMBEDDED;
    }

    @Override
    public Running start(ProcessSpec spec) throws IOException {
        if (spec.memory() > 0) {
            throw new SandboxException(
                    "the embedded sandbox cannot limit memory: install crun and set VARVE_RUNTIME=crun");
        }
        StateFolder state = StateFolder.create(spec.folder());
        DeviceFolder.create(state.path().resolve("links"));
        InnerScript inner = new InnerScript(state.path(), spec, ids);
        Files.writeString(state.path().resolve("inner"), inner.text(overlay(state, spec.root())));
        return Launch.start(command(state, spec), spec, state);
    }

    private List<String> command(StateFolder state, ProcessSpec spec) {
        List<String> command = new ArrayList<>();
        String root = "/proc/" + ProcessHandle.current().pid() + "/root";
        if (ids.inUserNamespace()) {
            // who is in a user namespace may not look at a process outside
            command.addAll(List.of("sh", "-c", "exec 5</ \"$@\"", "sh"));
            root = "/proc/self/fd/5";
        }
        command.add("unshare");
        command.addAll(ids.flags());
        command.addAll(List.of("--mount", "--uts", "--ipc", "--pid", "--cgroup", "--fork", "--kill-child"));
        if (spec.network() == Network.NONE) {
            command.add("--net");
        }
        command.addAll(List.of("sh", "-c", Resource.OUTER, "sh", state.path().toString(), root));
        command.add(spec.terminal() ? InnerScript.terminals(spec, ids) : "");
        command.add(spec.stdin() == Stdio.NULL ? "silent" : "");
        return command;
    }
}
