package dev.varve.lint.movement;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.ArgDeclaration;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.Instruction;
import java.util.List;
import java.util.regex.Pattern;

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
}
