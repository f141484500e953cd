package dev.varve.cli.lint;

import dev.varve.lint.RuleInfo;
import dev.varve.lint.Rules;
import dev.varve.lint.config.ConfigFile;
import dev.varve.lint.config.LintConfig;
import dev.varve.rules.ShippedRules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rules, and the configurations that hold in folders.
 *
 * @param shipped the rules on the class path
 * @param given the configuration that was named; empty where each folder has its own
 * @param main the configuration that was named, or that of the folder the command runs in
 */
record RuleBook(Rules shipped, Optional<LintConfig> given, LintConfig main, Map<Path, LintConfig> byFile) {
    private static final LintConfig DEFAULTS = LintConfig.defaults();

    static RuleBook open(Optional<Path> file, Path here) throws IOException {
        Rules shipped = packs();
        Map<Path, LintConfig> byFile = new HashMap<>();
        if (file.isPresent()) {
            LintConfig config = read(shipped, file.get());
            return new RuleBook(shipped, Optional.of(config), config, byFile);
        }
        RuleBook book = new RuleBook(shipped, Optional.empty(), DEFAULTS, byFile);
        return new RuleBook(shipped, Optional.empty(), book.in(here), byFile);
    }

    /** Looking for more packs opens the jar, which takes as long as linting a file; in the jar alone there are no more. */
    private static Rules packs() {
        boolean isAlone = !System.getProperty("java.class.path", "").contains(File.pathSeparator);
        return isAlone ? Rules.of(new ShippedRules().rules()) : Rules.installed();
    }

    /** The configuration for the files of a folder. */
    LintConfig in(Path folder) throws IOException {
        if (given.isPresent()) {
            return given.get();
        }
        Optional<Path> file = ConfigFile.nearest(folder);
        if (file.isEmpty()) {
            return DEFAULTS;
        }
        LintConfig known = byFile.get(file.get());
        if (known == null) {
            known = read(shipped, file.get());
            byFile.put(file.get(), known);
        }
        return known;
    }

    private static LintConfig read(Rules shipped, Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new IOException(file + ": there is no such configuration");
        }
        return new ConfigFile(shipped).read(file);
    }

    /** The rules that ship and those of the main configuration. */
    Rules rules() {
        return with(main);
    }

    /** The rules that ship and those of a configuration. */
    Rules with(LintConfig config) {
        return config.rules().isEmpty() ? shipped : shipped.with(config.rules());
    }

    /** What a rule is about, in a sentence. */
    String summary(RuleInfo info) {
        return rules().find(info.id()).map(rule -> rule.page().summary()).orElse("");
    }
}
