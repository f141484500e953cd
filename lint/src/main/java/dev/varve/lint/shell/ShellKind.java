package dev.varve.lint.shell;

import java.util.Locale;

/** The kinds of shell that a command may be written for. */
public enum ShellKind {
    /** {@code sh} and those that are no more than it: dash, ash. */
    POSIX,
    BASH,
    KSH,
    ZSH,
    POWERSHELL,
    /** {@code cmd.exe}. */
    CMD,
    /** Anything else, such as Python behind a shebang. */
    OTHER;

    /** The kind of a program by its name or path, {@code .exe} or not. */
    public static ShellKind of(String program) {
        int slash = Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\'));
        String name = program.substring(slash + 1).toLowerCase(Locale.ROOT);
        if (name.endsWith(".exe")) {
            name = name.substring(0, name.length() - 4);
        }
        return switch (name) {
            case "sh", "dash", "ash", "busybox" -> POSIX;
            case "bash" -> BASH;
            case "ksh", "mksh", "ksh93" -> KSH;
            case "zsh" -> ZSH;
            case "pwsh", "powershell" -> POWERSHELL;
            case "cmd" -> CMD;
            default -> OTHER;
        };
    }

    /** Whether its language is close enough to that of POSIX's shell to be parsed as such. */
    public boolean isPosixLike() {
        return this == POSIX || this == BASH || this == KSH || this == ZSH;
    }
}
