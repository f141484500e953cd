package dev.varve.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The calls of {@code mounts.sh} for what a specification mounts. */
record MountCalls(ProcessSpec spec, Ids ids) {
    String text() {
        StringBuilder calls = new StringBuilder();
        List<String> earlier = new ArrayList<>(List.of("/dev/", "/sys/"));
        for (Mount mount : spec.mounts()) {
            String path = mount.destination().replaceAll("/(\\.?/)*", "/") + "/";
            if (earlier.stream().anyMatch(path::startsWith)) {
                // what is mounted there already is what its destination has to be made in
                calls.append("mount_all\n");
            }
            earlier.add(path);
            calls.append(call(mount)).append('\n');
        }
        return calls.toString();
    }

    private String call(Mount mount) {
        if (mount instanceof Mount.Bind bind) {
            String source = bind.source().toAbsolutePath().toString();
            String options = bind.readOnly() ? "rbind,ro" + lockedFlags(bind.source()) : "rbind";
            return "bind "
                    + ShellWords.quoteAll(List.of(source, MountTable.escape(source), bind.destination(), options));
        }
        Mount.Tmpfs tmpfs = (Mount.Tmpfs) mount;
        String size = tmpfs.size() == 0 ? "" : ",size=" + tmpfs.size();
        String options = "nosuid,nodev,noexec,mode=" + Integer.toOctalString(tmpfs.mode()) + size;
        return "tmpfs " + ShellWords.quoteAll(List.of(tmpfs.destination(), options));
    }

    private String lockedFlags(Path source) {
        return ids.inUserNamespace() ? MountFlags.of(source) : "";
    }
}
