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
    private static final String DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    Source files;
    final EnvironmentVariables variables;
    /** The image's own ENV, without arguments; a stage that begins here sets these anew, in this order. */
    final Map<String, String> imageVariables;
    /** The arguments declared so far, which history shows with each RUN. */
    final Map<String, String> arguments;

    private final Map<String, Optional<String>> used = new HashMap<>();

    String folder;
    String user;
    List<String> shell;
    final Platform platform;

    private StageState(Source files, Platform platform, BaseImage image) {
        this.files = files;
        this.platform = platform;
        this.variables = new EnvironmentVariables();
        this.imageVariables = new LinkedHashMap<>();
        this.arguments = new LinkedHashMap<>();
        for (String assignment : image.env()) {
            int equals = assignment.indexOf('=');
            imageVariables.put(
                    equals < 0 ? assignment : assignment.substring(0, equals),
                    equals < 0 ? "" : assignment.substring(equals + 1));
        }
        this.folder = ContainerPath.clean(image.workingDir());
        this.user = image.user();
        this.shell = image.shell();
        begin();
    }

    private StageState(StageState base) {
        this.files = base.files;
        this.platform = base.platform;
        this.variables = new EnvironmentVariables(base.variables);
        this.imageVariables = new LinkedHashMap<>(base.imageVariables);
        this.arguments = new LinkedHashMap<>(base.arguments);
        this.folder = base.folder;
        this.user = base.user;
        this.shell = base.shell;
        begin();
    }

    static StageState on(Source files, Platform platform, BaseImage image) {
        return new StageState(files, platform, image);
    }

    /** The state that a stage begins with whose base is the stage that ended here; its arguments are in scope too. */
    StageState next() {
        return new StageState(this);
    }

    private void begin() {
        imageVariables.putIfAbsent("PATH", DEFAULT_PATH);
        imageVariables.forEach(variables::set);
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

    /** The variables that were asked for since this was last called, with their values. */
    SortedMap<String, Optional<String>> takeUsed() {
        SortedMap<String, Optional<String>> taken = new TreeMap<>(used);
        used.clear();
        return taken;
    }

    List<String> withShell(String command) {
        List<String> words = new ArrayList<>(shell.isEmpty() ? List.of("/bin/sh", "-c") : shell);
        words.add(command);
        return words;
    }
}
