package dev.varve.sandbox;

import java.util.Locale;

/** What the messages of runtimes mean. */
final class RuntimeErrors {
    private RuntimeErrors() {}

    /** @param program what was to be executed */
    static SandboxException of(String message, String program) {
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
            return refused(SandboxException.NOT_EXECUTABLE, program, "permission denied");
        }
        if (executing && lower.contains("exec format error")) {
            return refused(SandboxException.NOT_EXECUTABLE, program, "exec format error");
        }
        return new SandboxException("the sandbox failed: " + message);
    }

    private static SandboxException refused(int code, String program, String reason) {
        return new SandboxException(code, "exec: \"" + program + "\": " + reason);
    }
}
