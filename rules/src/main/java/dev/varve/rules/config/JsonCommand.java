package dev.varve.rules.config;

import dev.varve.lint.shell.Script;
import dev.varve.lint.shell.ShellWord;
import dev.varve.lint.shell.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A command in exec form. */
final class JsonCommand {
    private JsonCommand() {}

    /** What a script comes to without a shell; empty where it needs one. */
    static Optional<String> of(Script script) {
        List<Statement.Sequence.Item> items = script.body().items();
        if (items.size() != 1 || items.get(0).background() || !script.problems().isEmpty()) {
            return Optional.empty();
        }
        if (!(items.get(0).statement() instanceof Statement.Simple command)
                || !command.assignments().isEmpty()
                || !command.redirections().isEmpty()
                || !command.words().stream().allMatch(JsonCommand::isPlain)) {
            return Optional.empty();
        }
        List<ShellWord> words = command.words();
        boolean exec = words.size() > 1 && words.get(0).text().equals("exec");
        List<ShellWord> run = exec ? words.subList(1, words.size()) : words;
        return BUILT_IN.contains(run.get(0).text())
                ? Optional.empty()
                : Optional.of(run.stream().map(word -> quote(word.text())).collect(Collectors.joining(", ", "[", "]")));
    }

    private static final Set<String> BUILT_IN = Set.of(
            "cd", "export", "set", "source", ".", "eval", "exec", "ulimit", "umask", "trap", "unset", "wait", ":");

    private static boolean isPlain(ShellWord word) {
        return word.isLiteral() && (word.isQuoted() || !word.source().text().matches("(?s).*[*?\\[~{\\\\].*"));
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }
}
