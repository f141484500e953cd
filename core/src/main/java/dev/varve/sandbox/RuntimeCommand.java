package dev.varve.sandbox;

import java.util.ArrayList;
import java.util.List;

/** How a runtime is called; its files are in the folder that it is called in. */
record RuntimeCommand(String runtime, ProcessSpec spec, Ids ids) {
    List<String> words(String id) {
        List<String> words =
                new ArrayList<>(List.of(runtime, "--root", "runtime", "--log", "log", "--log-format", "json"));
        if (needsNoCgroup()) {
            words.addAll(List.of("--cgroup-manager", "disabled"));
        } else if (!runtime.endsWith("crun") && ids.inUserNamespace()) {
            words.add("--rootless=true");
        }
        words.addAll(List.of("run", "--bundle", ".", "--pid-file", "pid", id));
        return words;
    }

    /** Without a limit none is wanted: it would stay behind when all is killed. Only crun can do without. */
    private boolean needsNoCgroup() {
        return runtime.endsWith("crun") && spec.memory() == 0;
    }

    /** Shell commands before it. */
    List<String> preparation() {
        // crun looks at them all the same, and gives up where versions 1 and 2 are mixed
        return needsNoCgroup() ? List.of("mount -t tmpfs -o ro,size=4k tmpfs /sys/fs/cgroup || exit") : List.of();
    }
}
