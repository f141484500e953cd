package dev.varve.lint.movement;

import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a RUN can write: known of few commands only, and then the folders and files in and below which that is. */
public final class Writes {
    private static final Set<String> NOWHERE =
            Set.of("set", "true", ":", "test", "[", "echo", "printf", "sleep", "cat");
    private static final Set<String> OPERANDS = Set.of("rm", "mkdir", "rmdir", "touch");
    private static final Set<String> OPERANDS_BEHIND_FIRST = Set.of("chmod", "chown", "chgrp");
    private static final Set<String> SYSTEM =
            Set.of("apt-get", "apt", "apk", "dnf", "yum", "microdnf", "update-ca-certificates", "useradd", "groupadd");
    /** What packages of a distribution and programs for everybody are installed to. */
    private static final List<String> SYSTEM_FOLDERS = List.of(
            "/etc", "/usr", "/bin", "/sbin", "/lib", "/lib64", "/var", "/opt", "/root", "/home", "/tmp", "/run");

    private final List<String> paths = new ArrayList<>();
    private String folder;

    private Writes(String folder) {
        this.folder = folder;
    }

    /**
     * The absolute paths in and below which a RUN writes; empty where that may be anywhere.
     *
     * @param folder the working directory
     */
    public static Optional<List<String>> of(Run run, String folder) {
        if (run.syntax().form() == Form.EXEC || !run.syntax().heredocs().isEmpty()) {
            return Optional.empty();
        }
        String script = String.join(" ", run.command().stream().map(Word::text).toList());
        Writes writes = new Writes(folder);
        return SimpleCommands.of(script)
                .filter(commands -> commands.stream().allMatch(writes::add))
                .map(commands -> List.copyOf(writes.paths));
    }

    /** Whether one of two absolute paths lies in the other; whatever links a distribution has among its own folders. */
    public static boolean overlap(String one, String other) {
        return Folders.overlap(merged(one), merged(other));
    }

    /** The path where {@code /bin} and the like are links, as they are in most images. */
    private static String merged(String path) {
        return path.replaceFirst("^/(bin|sbin|lib|lib32|lib64)(?=/|$)", "/usr/$1")
                .replaceFirst("^/var/(run|lock)(?=/|$)", "/run");
    }

    private boolean add(List<String> command) {
        if (command.stream().anyMatch(word -> word.contains("$") || word.contains(">") || word.startsWith("~"))) {
            return false;
        }
        String name = command.get(0);
        List<String> operands =
                command.stream().skip(1).filter(word -> !word.startsWith("-")).toList();
        if (name.equals("cd")) {
            folder = Folders.resolve(folder, operands.isEmpty() ? "/root" : operands.get(0));
            return true;
        }
        if (SYSTEM.contains(name) || isProgram(command)) {
            command.stream()
                    .map(word -> word.replaceFirst("^[\\w-]+=(?=/)", ""))
                    .filter(word -> word.startsWith("/"))
                    .forEach(paths::add);
            return paths.addAll(SYSTEM_FOLDERS);
        }
        boolean behind = OPERANDS_BEHIND_FIRST.contains(name);
        if (behind || OPERANDS.contains(name)) {
            operands.stream().skip(behind ? 1 : 0).forEach(path -> paths.add(beforeWildcard(path)));
            return true;
        }
        return NOWHERE.contains(name);
    }

    /** Whether it installs a program for everybody, which works on nothing of the project's. */
    private static boolean isProgram(List<String> command) {
        return Set.of("npm", "pnpm", "yarn").contains(command.get(0))
                && (command.contains("-g") || command.contains("--global") || command.contains("global"));
    }

    private String beforeWildcard(String path) {
        String whole = Folders.resolve(folder, path);
        String before = whole.replaceFirst("/[^/]*[*?\\[{].*", "");
        return before.isEmpty() ? "/" : before;
    }
}
