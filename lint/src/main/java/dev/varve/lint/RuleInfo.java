package dev.varve.lint;

import java.util.List;

/**
 * What there is to know of a rule besides its page.
 *
 * @param id kebab-case, such as {@code copy-before-install}
 * @param severity what its findings have unless configured otherwise
 * @param aliases what other tools call it: hadolint's codes, BuildKit's names of checks
 * @param enabled whether it runs unless selected or ignored by name
 */
public record RuleInfo(String id, Category category, Severity severity, List<String> aliases, boolean enabled) {
    public RuleInfo {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("no id of a rule: " + id);
        }
        aliases = List.copyOf(aliases);
    }

    /** A rule that runs by default. */
    public static RuleInfo of(String id, Category category, Severity severity, String... aliases) {
        return new RuleInfo(id, category, severity, List.of(aliases), true);
    }

    /** A rule that runs only where it is asked for. */
    public static RuleInfo optional(String id, Category category, Severity severity, String... aliases) {
        return new RuleInfo(id, category, severity, List.of(aliases), false);
    }

    /** Whether a user who writes {@code name} means this rule: its id or an alias, in any case. */
    public boolean isCalled(String name) {
        return id.equalsIgnoreCase(name) || aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(name));
    }
}
