package dev.varve.rules.config;

import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.ArgDeclaration;
import dev.varve.dockerfile.Assignment;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Label;
import dev.varve.dockerfile.StopSignal;
import dev.varve.dockerfile.User;
import dev.varve.dockerfile.Volume;
import dev.varve.dockerfile.Word;
import dev.varve.dockerfile.Workdir;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of an instruction in which the builder itself expands variables. */
final class ExpandedWords {
    private ExpandedWords() {}

    static List<Word> of(Instruction instruction) {
        if (instruction instanceof Arg arg) {
            return present(arg.declarations().stream().map(ArgDeclaration::defaultValue));
        } else if (instruction instanceof Env env) {
            return words(env.assignments());
        } else if (instruction instanceof Label label) {
            return words(label.assignments());
        } else if (instruction instanceof Copy copy) {
            return files(copy.sources(), copy.destination(), copy.chown(), copy.chmod());
        } else if (instruction instanceof Add add) {
            return files(add.sources(), add.destination(), add.chown(), add.chmod(), add.checksum());
        } else if (instruction instanceof Workdir workdir) {
            return List.of(workdir.path());
        } else if (instruction instanceof User user) {
            return List.of(user.user());
        } else if (instruction instanceof StopSignal stopSignal) {
            return List.of(stopSignal.signal());
        }
        return instruction instanceof Volume volume ? volume.paths() : List.of();
    }

    private static List<Word> words(List<Assignment> assignments) {
        return assignments.stream()
                .flatMap(assignment -> Stream.of(assignment.key(), assignment.value()))
                .toList();
    }

    private static List<Word> files(List<Word> sources, @Nullable Word... others) {
        List<Word> words = new ArrayList<>(sources);
        words.addAll(present(Arrays.stream(others)));
        return words;
    }

    private static List<Word> present(Stream<@Nullable Word> words) {
        List<Word> present = new ArrayList<>();
        words.forEach(word -> {
            if (word != null) {
                present.add(word);
            }
        });
        return present;
    }
}
