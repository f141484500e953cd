package dev.varve.sandbox;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What the messages of runtimes mean. */
final class RuntimeErrors {
    private RuntimeErrors() {}

    /** @param spec what was to be executed */
    static SandboxException of(String message, ProcessSpec spec) {
        String program = spec.arguments().get(0);
        String lower = message.toLowerCase(Locale.ROOT);
        boolean executing = lower.contains("exec") || lower.contains("open `" + program);
        if (executing && (lower.contains("executable file") || lower.contains("no such file"))) {
            String reason = program.contains("/") ? "no such file or directory" : "executable file not found in $PATH";
            return refused(SandboxException.NOT_FOUND, program, reason);
        }
        boolean refused = lower.contains("permission denied")
                || lower.contains("is a directory")
                || lower.contains("operation not permitted");
        if (executing && refused) {
            String reason = isFolder(program, spec.root()) ? "is a directory" : "permission denied";
            return refused(SandboxException.NOT_EXECUTABLE, program, reason);
        }
        if (executing && lower.contains("exec format error")) {
            return refused(SandboxException.NOT_EXECUTABLE, program, "exec format error");
        }
        return new SandboxException("the sandbox failed: " + message);
    }

    /** Whether the program is a folder; not all runtimes tell that from others that cannot be executed. */
    private static boolean isFolder(String program, RootFolders root) {
        List<Path> folders = new ArrayList<>(root.lower());
        if (root.upper() != null) {
            folders.add(root.upper());
        }
        Collections.reverse(folders);
        return folders.stream()
                .map(folder -> folder.resolve(program.replaceFirst("^/+", "")))
                .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                .isPresent();
    }

    private static SandboxException refused(int code, String program, String reason) {
        return new SandboxException(code, "exec: \"" + program + "\": " + reason);
    }
}
