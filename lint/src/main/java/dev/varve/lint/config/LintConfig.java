package dev.varve.lint.config;

import dev.varve.lint.Configuration;
import dev.varve.lint.Rule;
import java.util.List;

/**
 * What a configuration file says.
 *
 * @param configuration how files are linted
 * @param rules rules that the file brings
 * @param exclude globs of files that are not linted, relative to the file's folder, as in {@code .dockerignore}
 * @param shellcheck {@code auto}, {@code off} or the path of a program
 * @param reportUnusedIgnores whether comments that ignore nothing are told
 */
public record LintConfig(
        Configuration configuration,
        List<Rule> rules,
        List<String> exclude,
        String shellcheck,
        boolean reportUnusedIgnores) {
    public LintConfig {
        rules = List.copyOf(rules);
        exclude = List.copyOf(exclude);
    }

    /** What holds where there is no file. */
    public static LintConfig defaults() {
        return new LintConfig(Configuration.defaults(), List.of(), List.of(), "auto", false);
    }
}
