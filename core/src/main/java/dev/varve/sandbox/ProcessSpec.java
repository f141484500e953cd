package dev.varve.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A process to run in a sandbox.
 *
 * @param folder an absolute path of a folder for the sandbox's own files, for this process alone; made where it is missing
 * @param mounts in the order in which they are made
 * @param arguments the program, looked up in its own {@code PATH} where it has no slash, and its arguments
 * @param environment exactly the variables that it gets, in no certain order
 * @param workingDirectory an absolute path; made where it is missing
 * @param hostname empty for the host's
 * @param readOnly whether nothing can be written but what is mounted
 * @param noNewPrivileges whether programs gain nothing by their set-user-id bits and capabilities; by themselves those never
 *     give more than {@code capabilities}
 * @param memory the most bytes that it takes with all that it starts; 0 for no limit
 * @param detached whether it goes on when this JVM ends; its streams are files or nothing then, and
 *     {@link Sandbox#find(Path)} finds it again
 * @param terminal whether its streams are a terminal of its own, which passes on to those that are given here
 */
public record ProcessSpec(
        Path folder,
        RootFolders root,
        List<Mount> mounts,
        List<String> arguments,
        Map<String, String> environment,
        String workingDirectory,
        User user,
        String hostname,
        Network network,
        boolean readOnly,
        Set<Capability> capabilities,
        boolean noNewPrivileges,
        long memory,
        Stdio stdin,
        Stdio stdout,
        Stdio stderr,
        boolean terminal,
        boolean detached) {

    public ProcessSpec {
        mounts = List.copyOf(mounts);
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        capabilities = Set.copyOf(capabilities);
        if (!folder.isAbsolute()) {
            throw new IllegalArgumentException("the sandbox's folder must be absolute: " + folder);
        }
        if (arguments.isEmpty() || arguments.get(0).isEmpty()) {
            throw new IllegalArgumentException("there is no program to run");
        }
        if (!workingDirectory.startsWith("/") || workingDirectory.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("the working directory must be absolute: '" + workingDirectory + "'");
        }
        if (!hostname.matches("[A-Za-z0-9._-]{0,64}")) {
            throw new IllegalArgumentException("'" + hostname + "' is not a host name");
        }
        for (Stdio stream : List.of(stdin, stdout, stderr)) {
            if (detached && (terminal || stream == Stdio.INHERIT || stream == Stdio.PIPE)) {
                throw new IllegalArgumentException(
                        "a detached process has neither a terminal nor streams of this JVM's");
            }
        }
        for (String name : environment.keySet()) {
            if (name.isEmpty() || name.indexOf('=') >= 0) {
                throw new IllegalArgumentException("'" + name + "' cannot be a variable's name");
            }
        }
    }

    /** A process with Docker's default rights whose streams lead to nothing. */
    public static Builder of(Path folder, RootFolders root, List<String> arguments) {
        return new Builder(folder, root, arguments);
    }

    /** Makes a {@link ProcessSpec}; each method says what {@link ProcessSpec} says of the component of that name. */
    public static final class Builder {
        private final Path folder;
        private final RootFolders root;
        private final List<String> arguments;
        private final List<Mount> mounts = new ArrayList<>();
        private final Map<String, String> environment = new LinkedHashMap<>();
        private String workingDirectory = "/";
        private User user = User.ROOT;
        private String hostname = "";
        private Network network = Network.HOST;
        private boolean readOnly;
        private Set<Capability> capabilities = EnumSet.copyOf(Capability.DEFAULTS);
        private boolean noNewPrivileges;
        private long memory;
        private Stdio stdin = Stdio.NULL;
        private Stdio stdout = Stdio.NULL;
        private Stdio stderr = Stdio.NULL;
        private boolean terminal;
        private boolean detached;

        private Builder(Path folder, RootFolders root, List<String> arguments) {
            this.folder = folder;
            this.root = root;
            this.arguments = arguments;
        }

        public Builder mount(Mount mount) {
            mounts.add(mount);
            return this;
        }

        public Builder mounts(List<Mount> more) {
            mounts.addAll(more);
            return this;
        }

        public Builder environment(Map<String, String> variables) {
            environment.putAll(variables);
            return this;
        }

        public Builder workingDirectory(String path) {
            workingDirectory = path;
            return this;
        }

        public Builder user(User who) {
            user = who;
            return this;
        }

        public Builder hostname(String name) {
            hostname = name;
            return this;
        }

        public Builder network(Network what) {
            network = what;
            return this;
        }

        public Builder readOnly(boolean whether) {
            readOnly = whether;
            return this;
        }

        public Builder capabilities(Set<Capability> all) {
            capabilities = all;
            return this;
        }

        public Builder noNewPrivileges(boolean whether) {
            noNewPrivileges = whether;
            return this;
        }

        public Builder memory(long bytes) {
            memory = bytes;
            return this;
        }

        public Builder stdio(Stdio in, Stdio out, Stdio err) {
            stdin = in;
            stdout = out;
            stderr = err;
            return this;
        }

        public Builder terminal(boolean whether) {
            terminal = whether;
            return this;
        }

        public Builder detached(boolean whether) {
            detached = whether;
            return this;
        }

        public ProcessSpec build() {
            return new ProcessSpec(
                    folder,
                    root,
                    mounts,
                    arguments,
                    environment,
                    workingDirectory,
                    user,
                    hostname,
                    network,
                    readOnly,
                    capabilities,
                    noNewPrivileges,
                    memory,
                    stdin,
                    stdout,
                    stderr,
                    terminal,
                    detached);
        }
    }
}
