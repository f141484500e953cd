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
        if (!isId(id)) {
            throw new IllegalArgumentException("no id of a rule: " + id);
        }
        aliases = List.copyOf(aliases);
    }

    /** Words of lower-case letters and digits, with a hyphen between two. */
    private static boolean isId(String text) {
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isOfWord = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!isOfWord && (c != '-' || !inWord)) {
                return false;
            }
            inWord = isOfWord;
        }
        return inWord;
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
