package dev.varve.lint.movement;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.ArgDeclaration;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import java.util.List;
import java.util.regex.Pattern;

/** The variables that instructions set and use. */
final class Names {
    private static final Pattern BETWEEN_PATHS = Pattern.compile("[\\s\"'=:;|&<>()]+");

    private Names() {}

    /** What an ENV or ARG sets. */
    static List<String> declared(Instruction instruction) {
        if (instruction instanceof Env env) {
            return env.assignments().stream().map(pair -> pair.key().text()).toList();
        }
        return instruction instanceof Arg arg
                ? arg.declarations().stream().map(ArgDeclaration::name).toList()
                : List.of();
    }

    /** Whether a name occurs in what an instruction says, as a variable or otherwise. */
    static boolean mentions(Instruction instruction, String name) {
        return occurs(name, instruction.syntax().original())
                || instruction.syntax().heredocs().stream().anyMatch(heredoc -> occurs(name, heredoc.content()));
    }

    /** Whether a text has a name that is not part of a longer one. */
    private static boolean occurs(String name, String text) {
        if (name.isEmpty()) {
            return true;
        }
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            if ((at == 0 || !isOfName(text.charAt(at - 1))) && (end == text.length() || !isOfName(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    /** Whether a RUN names a folder, something in it or something around it by an absolute path. */
    static boolean path(Run run, String folder) {
        return run.command().stream()
                .flatMap(word -> BETWEEN_PATHS.splitAsStream(word.text()))
                .anyMatch(word -> word.startsWith("/") && Folders.overlap(Folders.resolve("/", word), folder));
    }
}
