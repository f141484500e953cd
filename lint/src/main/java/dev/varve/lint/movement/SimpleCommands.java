package dev.varve.lint.movement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a shell script apart that is nothing but simple commands one after the other; gives up on anything else. */
final class SimpleCommands {
    private static final String SEPARATORS = ";&|\n";

    private final String text;
    private final List<List<String>> commands = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private int at;

    private SimpleCommands(String text) {
        this.text = text;
    }

    /** The commands, each as its words without quotes; redirections keep their signs. Empty where it is no such script. */
    static Optional<List<List<String>>> of(String script) {
        SimpleCommands reader = new SimpleCommands(script);
        return reader.read() ? Optional.of(reader.commands) : Optional.empty();
    }

    private boolean read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (SEPARATORS.indexOf(c) >= 0) {
                at++;
                finish();
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (!word()) {
                return false;
            }
        }
        finish();
        return commands.stream().noneMatch(command -> isCompound(command.get(0)));
    }

    private void finish() {
        if (!words.isEmpty()) {
            commands.add(words);
            words = new ArrayList<>();
        }
    }

    private static boolean isCompound(String word) {
        return switch (word) {
            case "if", "for", "while", "until", "case", "{", "!", "function", "select", "eval" -> true;
            default -> false;
        };
    }

    private boolean word() {
        StringBuilder word = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean redirection = c == '&' && !word.isEmpty() && word.charAt(word.length() - 1) == '>';
            if (Character.isWhitespace(c) || (SEPARATORS.indexOf(c) >= 0 && !redirection)) {
                break;
            }
            if (c == '`' || c == '(' || c == ')' || c == '<' || text.startsWith("$(", at)) {
                return false;
            }
            at++;
            if (c == '\\' && at < text.length()) {
                word.append(text.charAt(at++));
            } else if (c == '\'' || c == '"') {
                int end = closing(c);
                if (end < 0) {
                    return false;
                }
                String quoted = text.substring(at, end);
                if (c == '"' && (quoted.contains("$(") || quoted.contains("`"))) {
                    return false;
                }
                word.append(quoted);
                at = end + 1;
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return true;
    }

    private int closing(char quote) {
        for (int i = at; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && quote == '"') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }
}
