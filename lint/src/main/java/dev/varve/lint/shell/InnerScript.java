package dev.varve.lint.shell;

import dev.varve.dockerfile.MappedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The script that a command is given as a string: {@code sh -c '…'}, {@code su -c '…'}, {@code eval …}, {@code bash <<E}. */
final class InnerScript {
    private InnerScript() {}

    static @Nullable MappedText of(String name, List<ShellWord> arguments, List<Redirection> redirections) {
        if (ShellKind.of(name).isPosixLike()) {
            return ofShell(arguments, redirections);
        }
        return switch (name) {
            case "su", "runuser" -> {
                List<ShellWord> commands = new Options(arguments, "c", "command").values();
                yield commands.isEmpty() ? null : commands.get(0).unquoted();
            }
            case "eval" -> joined(arguments);
            default -> null;
        };
    }

    private static @Nullable MappedText ofShell(List<ShellWord> arguments, List<Redirection> redirections) {
        boolean string = false;
        int at = 0;
        while (at < arguments.size() && isOption(arguments.get(at).text())) {
            String option = arguments.get(at).text();
            boolean cluster = !option.startsWith("--");
            string |= cluster && option.charAt(0) == '-' && option.indexOf('c') > 0;
            boolean value = cluster ? option.endsWith("o") || option.endsWith("O") : option.endsWith("file");
            at += value ? 2 : 1;
        }
        if (string) {
            return at < arguments.size() ? arguments.get(at).unquoted() : null;
        }
        return at >= arguments.size() ? input(redirections) : null;
    }

    private static boolean isOption(String text) {
        return text.length() > 1 && (text.charAt(0) == '-' || text.charAt(0) == '+');
    }

    private static @Nullable MappedText input(List<Redirection> redirections) {
        for (Redirection redirection : redirections) {
            ShellWord body = redirection.body();
            if (body != null) {
                return body.unquoted();
            }
            if (redirection.operator().equals("<<<")) {
                return redirection.target().unquoted();
            }
        }
        return null;
    }

    private static @Nullable MappedText joined(List<ShellWord> words) {
        if (words.isEmpty()) {
            return null;
        }
        MappedText.Builder out = new MappedText.Builder(words.get(0).range().start());
        for (ShellWord word : words) {
            MappedText text = word.unquoted();
            out.append(text, 0, text.length()).append(' ', word.range().end() - 1);
        }
        return out.build();
    }
}
