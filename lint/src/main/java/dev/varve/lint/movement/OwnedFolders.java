package dev.varve.lint.movement;

import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Word;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Folders that a copy may have to make, with the owner and the rights that it gives: BuildKit makes the folders on the way to the
 * destination with {@code --chown} and {@code --chmod} too, and leaves those alone that are there.
 *
 * @param names the last name of each
 */
record OwnedFolders(List<String> names) {
    OwnedFolders {
        names = List.copyOf(names);
    }

    /**
     * None where the copy makes folders as everybody does.
     *
     * @param folder the working directory, which is there, where it is known
     */
    static OwnedFolders of(Instruction copy, String destination, Optional<String> folder) {
        if (copy.syntax().flag("chown") == null && copy.syntax().flag("chmod") == null) {
            return new OwnedFolders(List.of());
        }
        String there = folder.filter(known -> (destination + "/").startsWith(known.equals("/") ? known : known + "/"))
                .orElse("");
        return new OwnedFolders(Stream.of(destination.substring(there.length()).split("/"))
                .filter(name -> !name.isEmpty() && !Folders.isSystem("/" + name))
                .toList());
    }

    /** Whether a RUN names one of them, so that it may make it. */
    boolean isNamedIn(Run run) {
        String text = run.command().stream().map(Word::text).collect(Collectors.joining(" "));
        return names.stream()
                .anyMatch(name -> Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w.-])")
                        .matcher(text)
                        .find());
    }
}
