package dev.varve.lint.movement;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.ArgDeclaration;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The variables that instructions set and use. */
final class Names {
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
        Pattern word = Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(name) + "(?![A-Za-z0-9_])");
        return word.matcher(instruction.syntax().original()).find()
                || instruction.syntax().heredocs().stream()
                        .anyMatch(heredoc -> word.matcher(heredoc.content()).find());
    }

    /** Whether a RUN names a folder, something in it or something around it by an absolute path. */
    static boolean path(Run run, String folder) {
        return run.command().stream()
                .flatMap(word -> Stream.of(word.text().split("[\\s\"'=:;|&<>()]+")))
                .anyMatch(word -> word.startsWith("/") && Folders.overlap(Folders.resolve("/", word), folder));
    }
}
