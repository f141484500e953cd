package dev.varve.lint.movement;

import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Word;
import java.util.List;
import java.util.Optional;

/**
 * What a COPY or ADD copies.
 *
 * @param sources as they are written, without {@code ./} in front and slashes at the end
 * @param destination the absolute path where it is known
 * @param written the destination as it is written
 * @param isFromElsewhere whether it is not the build context that it copies from
 */
record Files(List<String> sources, Optional<String> destination, String written, boolean isFromElsewhere) {

    /** @param folder the working directory where it is known */
    static Files of(Instruction instruction, Optional<String> folder) {
        if (instruction instanceof Copy copy) {
            return of(copy.sources(), copy.destination(), folder, copy.from() != null);
        }
        if (instruction instanceof Add add) {
            return of(add.sources(), add.destination(), folder, false);
        }
        throw new IllegalArgumentException("copies nothing: " + instruction.name());
    }

    private static Files of(List<Word> words, Word destination, Optional<String> folder, boolean elsewhere) {
        List<String> sources = words.stream()
                .map(word -> Folders.resolve("/", word.text()).substring(1))
                .toList();
        String written = destination.text();
        Optional<String> absolute = Optional.empty();
        if (!written.contains("$")) {
            absolute = written.startsWith("/")
                    ? Optional.of(Folders.resolve("/", written))
                    : folder.map(from -> Folders.resolve(from, written));
        }
        return new Files(sources, absolute, written, elsewhere);
    }
}
