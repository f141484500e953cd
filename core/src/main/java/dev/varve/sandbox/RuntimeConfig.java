package dev.varve.sandbox;

import dev.varve.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A specification without a terminal as an OCI runtime reads it ({@code config.json} of the runtime specification). */
record RuntimeConfig(ProcessSpec spec, Ids ids) {
    private static final int UMASK = 022;

    JsonObject json() {
        return JsonObject.EMPTY
                .with("ociVersion", "1.0.2")
                .with("process", process())
                .with("root", JsonObject.EMPTY.with("path", "root").with("readonly", spec.readOnly()))
                .withUnlessEmpty("hostname", spec.hostname())
                .with("mounts", mounts())
                .with("linux", linux());
    }

    private JsonObject process() {
        User user = spec.user();
        List<String> variables = new ArrayList<>();
        for (Map.Entry<String, String> variable : spec.environment().entrySet()) {
            variables.add(variable.getKey() + "=" + variable.getValue());
        }
        List<String> capabilities = new TreeSet<>(spec.capabilities())
                .stream().map(capability -> "CAP_" + capability.name()).toList();
        return JsonObject.EMPTY
                .with(
                        "user",
                        JsonObject.EMPTY
                                .with("uid", user.uid())
                                .with("gid", user.gid())
                                .with("umask", UMASK)
                                .with("additionalGids", ids.single() ? List.of() : user.groups()))
                .with("args", spec.arguments())
                .with("env", variables)
                .with("cwd", spec.workingDirectory())
                .with(
                        "capabilities",
                        JsonObject.EMPTY
                                .with("bounding", capabilities)
                                .with("effective", capabilities)
                                .with("permitted", capabilities)
                                .with("inheritable", List.of())
                                .with("ambient", List.of()))
                .with("noNewPrivileges", spec.noNewPrivileges());
    }

    private List<JsonObject> mounts() {
        List<JsonObject> mounts = new ArrayList<>();
        mounts.add(mount("proc", "/proc", "proc", "nosuid", "noexec", "nodev"));
        mounts.add(mount("tmpfs", "/dev", "tmpfs", "nosuid", "strictatime", "mode=755", "size=65536k"));
        List<String> terminals =
                new ArrayList<>(List.of("nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620"));
        if (!ids.single()) {
            terminals.add("gid=5");
        }
        mounts.add(mount("devpts", "/dev/pts", "devpts", terminals.toArray(String[]::new)));
        mounts.add(mount("shm", "/dev/shm", "tmpfs", "nosuid", "noexec", "nodev", "mode=1777", "size=65536k"));
        mounts.add(mount("mqueue", "/dev/mqueue", "mqueue", "nosuid", "noexec", "nodev"));
        if (ids.inUserNamespace() && spec.network() == Network.HOST) {
            mounts.add(mount("/sys", "/sys", "none", "rbind", "ro", "nosuid", "noexec", "nodev"));
        } else {
            mounts.add(mount("sysfs", "/sys", "sysfs", "ro", "nosuid", "noexec", "nodev"));
        }
        for (Mount mount : spec.mounts()) {
            if (mount instanceof Mount.Bind bind) {
                String source = bind.source().toAbsolutePath().toString();
                mounts.add(mount(source, bind.destination(), "bind", "rbind", bind.readOnly() ? "ro" : "rw"));
            } else if (mount instanceof Mount.Tmpfs tmpfs) {
                List<String> options = new ArrayList<>(List.of("nosuid", "nodev", "noexec"));
                options.add("mode=" + Integer.toOctalString(tmpfs.mode()));
                if (tmpfs.size() > 0) {
                    options.add("size=" + tmpfs.size());
                }
                mounts.add(mount("tmpfs", tmpfs.destination(), "tmpfs", options.toArray(String[]::new)));
            }
        }
        return mounts;
    }

    private static JsonObject mount(String source, String destination, String type, String... options) {
        return JsonObject.EMPTY
                .with("destination", destination)
                .with("type", type)
                .with("source", source)
                .with("options", List.of(options));
    }

    private JsonObject linux() {
        List<JsonObject> namespaces = new ArrayList<>();
        for (String type : List.of("pid", "ipc", "uts", "mount", "cgroup")) {
            namespaces.add(JsonObject.EMPTY.with("type", type));
        }
        if (spec.network() == Network.NONE) {
            namespaces.add(JsonObject.EMPTY.with("type", "network"));
        }
        JsonObject resources = spec.memory() == 0
                ? JsonObject.EMPTY
                : JsonObject.EMPTY.with("memory", JsonObject.EMPTY.with("limit", spec.memory()));
        return JsonObject.EMPTY
                .with("namespaces", namespaces)
                .withUnlessEmpty("resources", resources)
                .with("maskedPaths", texts(ProcPaths.MASKED))
                .with("readonlyPaths", texts(ProcPaths.READ_ONLY));
    }

    private static List<String> texts(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }
}
