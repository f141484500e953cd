package dev.varve.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What starts a further process in a container: joins its namespaces, still with the host's root, but with the container's
 * for its working directory; takes the rights away, and makes that its root last. The variables are set by the container's
 * own {@code env}: a program of the host must not see a {@code LD_PRELOAD} of the container's.
 */
record JoinCommand(HostProcess container, ProcessSpec spec, Ids ids) {
    private static final List<String> NAMESPACES = List.of("mount", "uts", "ipc", "net", "pid", "cgroup");
    private static final List<String> ENV = List.of("usr/bin/env", "bin/env");

    /** What changes the programs that the variables would go through ({@code ld.so(8)} and what libc adds). */
    private static final Pattern HARMFUL = Pattern.compile("(LD_|GLIBC_|MALLOC_|LIBMOUNT_).*|LANGUAGE|LOCPATH|NLSPATH|"
            + "GCONV_PATH|GETCONF_DIR|HOSTALIASES|LOCALDOMAIN|NIS_PATH|RES_OPTIONS|RESOLV_HOST_CONF|TMPDIR|TZDIR");

    /** Any that is not root. */
    private static final int OTHER_USER = 1;

    List<String> words() throws IOException {
        if (!container.isAlive()) {
            throw new SandboxException("the container has ended");
        }
        if (!spec.capabilities().contains(Capability.SYS_CHROOT)
                || (isHidden() && !spec.capabilities().contains(Capability.SETUID))) {
            throw new SandboxException(
                    "without the capabilities SYS_CHROOT and SETUID only an OCI runtime can start a process"
                            + " in a container that runs already: install crun");
        }
        if (ids.single() && spec.user().uid() != 0) {
            throw new SandboxException("there is no user but 0 to be in this container: " + ids.reason());
        }
        List<String> words = new ArrayList<>(List.of("nsenter", "--target", Long.toString(container.pid())));
        if (ids.inUserNamespace()) {
            words.addAll(List.of("--user", "--preserve-credentials"));
        }
        if (isHidden()) {
            words.addAll(otherNamespaces());
            words.addAll(List.of("--root=/", "--wd=" + root()));
        } else {
            words.addAll(List.of("unshare", "--mount", "sh", "-c", Resource.TOOLS, "sh"));
            words.add(Long.toString(container.pid()));
            words.addAll(otherNamespaces());
            words.add("--");
        }
        // a shell that cannot find out where it is would say so where the program's own errors go
        words.addAll(List.of("env", "PWD=" + (isHidden() ? root() : "/proc/1/root")));
        if (spec.terminal()) {
            words.addAll(List.of("script", "-qefc"));
            words.add("umask 022; exec " + ShellWords.quoteAll(program()));
            words.add("/dev/null");
        } else {
            words.addAll(List.of("sh", "-c", "umask 022; exec \"$@\"", "sh"));
            words.addAll(program());
        }
        return words;
    }

    /**
     * Whether what has the container's rights, but still the host's root, can be kept from the container's processes. They
     * see it in their {@code /proc}, and would reach the host through its {@code root}. Linux keeps them out where it was
     * started with a real user that is not its effective one ({@code begin_new_exec} in {@code fs/exec.c}). That needs a
     * second user; without one it gets a root with nothing in it but programs.
     */
    private boolean isHidden() {
        return !ids.single();
    }

    /** How many processes there are from what is started to the one in the container. */
    int generation() {
        return isHidden() ? 1 : 2;
    }

    private List<String> otherNamespaces() throws IOException {
        List<String> flags = new ArrayList<>();
        for (String namespace : NAMESPACES) {
            if (!isShared(namespace)) {
                flags.add("--" + namespace);
            }
        }
        if (spec.terminal()) {
            // what script starts is what comes into the pid namespace, as the leader of a session with that terminal
            flags.add("--no-fork");
        }
        return flags;
    }

    private Path root() {
        return Path.of("/proc", Long.toString(container.pid()), "root");
    }

    /** Whether the container has it from the host; a user namespace has no right to join what is not its own. */
    private boolean isShared(String namespace) throws IOException {
        Path kind = Path.of("ns", namespace.equals("mount") ? "mnt" : namespace);
        Path here = Files.readSymbolicLink(Path.of("/proc/self").resolve(kind));
        return here.equals(Files.readSymbolicLink(root().resolveSibling(kind)));
    }

    private List<String> program() throws SandboxException {
        List<String> words = new ArrayList<>(new Privileges(spec, ids).withoutUser());
        if (isHidden()) {
            words.add("--ruid=" + OTHER_USER);
        }
        List<String> enter = new ArrayList<>(List.of("unshare", "--root=.", "--wd=" + spec.workingDirectory()));
        if (isHidden()) {
            enter.add("--setuid=" + spec.user().uid());
        }
        List<String> variables = new ArrayList<>();
        for (Map.Entry<String, String> variable : spec.environment().entrySet()) {
            variables.add(variable.getKey() + "=" + variable.getValue());
        }
        for (String env : ENV) {
            if (Files.exists(root().resolve(env), LinkOption.NOFOLLOW_LINKS)) {
                words.addAll(enter);
                words.addAll(List.of("/" + env, "-i"));
                words.addAll(variables);
                words.addAll(spec.arguments());
                return words;
            }
        }
        for (String name : spec.environment().keySet()) {
            if (HARMFUL.matcher(name).matches()) {
                throw new SandboxException("cannot set " + name + " in a container that has no 'env': install crun");
            }
        }
        words.addAll(List.of("env", "-i"));
        words.addAll(variables);
        enter.set(0, HostCommand.find("unshare"));
        words.addAll(enter);
        words.addAll(spec.arguments());
        return words;
    }
}
