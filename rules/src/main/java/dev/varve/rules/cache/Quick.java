package dev.varve.rules.cache;

import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Script;
import java.util.Set;

/** Commands that take no time worth speaking of, so that it does not matter when they run again. */
final class Quick {
    private static final Set<String> COMMANDS = Set.of(
            "mkdir",
            "rmdir",
            "mv",
            "cp",
            "chmod",
            "chown",
            "chgrp",
            "ln",
            "touch",
            "rm",
            "echo",
            "printf",
            "set",
            "true",
            ":",
            "cd",
            "cat",
            "sed",
            "tee",
            "test",
            "[",
            "useradd",
            "userdel",
            "usermod",
            "groupadd",
            "groupmod",
            "groupdel",
            "adduser",
            "addgroup",
            "passwd",
            "chpasswd",
            "export",
            "env",
            "sleep",
            "id",
            "ls",
            "pwd",
            "date",
            "ldconfig",
            "install",
            "mktemp",
            "a2enmod",
            "a2dismod",
            "exit",
            "unset",
            "getent");

    private Quick() {}

    /** Whether a script is nothing but such commands. */
    static boolean is(Script script) {
        return script.isKnown() && script.commands().stream().allMatch(Quick::is);
    }

    /** Whether a command is one of those. */
    static boolean is(Command command) {
        return COMMANDS.contains(command.name());
    }
}
