package dev.varve.plan;

import dev.varve.dockerfile.ExpansionException;
import dev.varve.dockerfile.ShellLexer;
import dev.varve.image.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where a stage stands between two instructions: what a RUN would see. */
final class StageState {
    Source files;
    final EnvironmentVariables variables;
    /** The arguments declared so far, which history shows with each RUN. */
    final Map<String, String> arguments;

    private final Map<String, Optional<String>> used = new HashMap<>();

    /** What the image is run with. */
    final ImageState image;

    final Platform platform;

    private StageState(
            Source files,
            Platform platform,
            ImageState image,
            EnvironmentVariables variables,
            Map<String, String> arguments) {
        this.files = files;
        this.platform = platform;
        this.image = image;
        this.variables = variables;
        this.arguments = arguments;
        image.env().forEach(this::setVariable);
    }

    static StageState on(Source files, Platform platform, ImageState image) {
        return new StageState(files, platform, image, new EnvironmentVariables(), new LinkedHashMap<>());
    }

    /** The state that a stage begins with whose base is the stage that ended here; its arguments are in scope too. */
    StageState next() {
        return new StageState(
                files, platform, image.next(), new EnvironmentVariables(variables), new LinkedHashMap<>(arguments));
    }

    /** What a stage begins with sets the image's variables anew, in the image's order. */
    private void setVariable(String assignment) {
        int equals = assignment.indexOf('=');
        variables.set(
                equals < 0 ? assignment : assignment.substring(0, equals),
                equals < 0 ? "" : assignment.substring(equals + 1));
    }

    /** The working directory, clean. */
    String folder() {
        return ContainerPath.clean(image.workingDir);
    }

    String expand(ShellLexer lexer, String word, int line) throws PlanException {
        try {
            return expand(lexer, word);
        } catch (ExpansionException e) {
            throw new PlanException(line, String.valueOf(e.getMessage()));
        }
    }

    String expand(ShellLexer lexer, String word) throws ExpansionException {
        ShellLexer.Expanded expanded = lexer.expand(word, variables::get);
        expanded.matched().forEach(name -> used.put(name, Optional.ofNullable(variables.get(name))));
        expanded.unmatched().forEach(name -> used.put(name, Optional.empty()));
        return expanded.text();
    }

    /** The words that a word comes to. */
    List<String> expandWords(ShellLexer lexer, String word, int line) throws PlanException {
        expand(lexer, word, line);
        try {
            return lexer.expandWords(word, variables::get);
        } catch (ExpansionException e) {
            throw new PlanException(line, String.valueOf(e.getMessage()));
        }
    }

    /** The variables that were asked for since this was last called, with their values. */
    SortedMap<String, Optional<String>> takeUsed() {
        SortedMap<String, Optional<String>> taken = new TreeMap<>(used);
        used.clear();
        return taken;
    }

    List<String> withShell(String command) {
        List<String> words = new ArrayList<>(image.shell.isEmpty() ? List.of("/bin/sh", "-c") : image.shell);
        words.add(command);
        return words;
    }
}
