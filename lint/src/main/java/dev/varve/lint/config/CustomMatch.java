package dev.varve.lint.config;

import dev.varve.dockerfile.Flag;
import dev.varve.dockerfile.From;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.SourceRange;
import dev.varve.lint.Subject;
import dev.varve.lint.shell.Command;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a user's rule looks for: everything that is given must hold.
 *
 * @param instructions keywords in upper case; none: any
 * @param flags flags that the instruction has, and what is found in their values; empty: anything, no value too
 * @param command found in the name of a command that a shell runs
 * @param arguments each found in one of that command's arguments
 * @param image found in the base image of a FROM
 * @param text found in the instruction, on one line
 */
record CustomMatch(
        List<String> instructions,
        Map<String, Optional<Pattern>> flags,
        Optional<Pattern> command,
        List<Pattern> arguments,
        Optional<Pattern> image,
        Optional<Pattern> text) {

    /** Where it is found in an instruction; empty where it is not. */
    List<SourceRange> in(Instruction instruction, Subject subject) {
        if (!fits(instruction)) {
            return List.of();
        }
        if (command.isEmpty() && arguments.isEmpty()) {
            return List.of(place(instruction));
        }
        return subject.script(instruction).commands().stream()
                .filter(this::fits)
                .map(Command::range)
                .toList();
    }

    private boolean fits(Instruction instruction) {
        return (instructions.isEmpty() || instructions.contains(instruction.name()))
                && (image.isEmpty() || hasBase(instruction, image.get()))
                && (text.isEmpty() || found(text.get(), instruction.syntax().original()))
                && flags.entrySet().stream().allMatch(flag -> hasFlag(instruction, flag.getKey(), flag.getValue()));
    }

    private static boolean hasBase(Instruction instruction, Pattern pattern) {
        return instruction instanceof From from && found(pattern, from.base().text());
    }

    private static boolean hasFlag(Instruction instruction, String name, Optional<Pattern> value) {
        for (Flag flag : instruction.syntax().flags()) {
            String text = flag.value() == null ? "" : flag.value().text();
            if (flag.name().equals(name) && (value.isEmpty() || found(value.get(), text))) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(Command shell) {
        return (command.isEmpty() || command.get().matcher(shell.name()).matches())
                && arguments.stream()
                        .allMatch(argument -> shell.texts().stream().anyMatch(text -> found(argument, text)));
    }

    private SourceRange place(Instruction instruction) {
        return image.isPresent() && instruction instanceof From from
                ? from.base().range()
                : instruction.syntax().keyword().range();
    }

    private static boolean found(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }
}
