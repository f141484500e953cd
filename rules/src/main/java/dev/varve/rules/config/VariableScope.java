package dev.varve.rules.config;

import dev.varve.dockerfile.ExpansionException;
import dev.varve.dockerfile.ShellLexer;
import dev.varve.dockerfile.Word;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The variables that are set or declared where a stage has got to. */
final class VariableScope {
    private final Set<String> names;

    /** Whether every variable of the base image is among them. */
    private final boolean complete;

    private VariableScope(Set<String> names, boolean complete) {
        this.names = new TreeSet<>(names);
        this.complete = complete;
    }

    static VariableScope of(String image) {
        VariableScope scope = BaseVariables.of(image)
                .map(variables -> new VariableScope(variables, true))
                .orElseGet(() -> new VariableScope(Set.of(), false));
        scope.names.add("PATH");
        return scope;
    }

    /** What a stage begins with whose base ended with this scope. */
    VariableScope copy() {
        return new VariableScope(names, complete);
    }

    boolean isComplete() {
        return complete;
    }

    Set<String> names() {
        return names;
    }

    void add(String name) {
        names.add(name);
    }

    /** The variables a word uses that are not set, except where it says what to put in their place. */
    Set<String> missing(Word word, ShellLexer lexer) {
        try {
            Set<String> missing = new TreeSet<>(lexer.expand(word.text(), name -> names.contains(name) ? "x" : null)
                    .unmatched());
            missing.removeIf(name -> !Pattern.compile("\\$(\\{?)" + name + "(?![A-Za-z0-9_]|:?[-+])")
                    .matcher(word.text())
                    .find());
            return missing;
        } catch (ExpansionException e) {
            return Set.of();
        }
    }
}
