package dev.varve.lint.shell;

import dev.varve.dockerfile.MappedText;
import java.util.ArrayList;
import java.util.List;

/** Tells flags, their values and operands apart, given which flags take a value. */
final class Options {
    private final List<ShellWord> values = new ArrayList<>();
    private final List<ShellWord> operands = new ArrayList<>();

    Options(List<ShellWord> arguments, String... flagsWithValue) {
        boolean ended = false;
        for (int i = 0; i < arguments.size(); i++) {
            ShellWord argument = arguments.get(i);
            String text = argument.text();
            if (ended || !Command.isFlag(text)) {
                if (!ended && text.equals("--")) {
                    ended = true;
                } else {
                    operands.add(argument);
                }
                continue;
            }
            int inside = valueInside(text, flagsWithValue);
            if (inside > 0) {
                values.add(rest(argument, inside));
            } else if (inside == 0 && i + 1 < arguments.size()) {
                values.add(arguments.get(++i));
            }
        }
    }

    List<ShellWord> values() {
        return values;
    }

    List<ShellWord> operands() {
        return operands;
    }

    /** Where in a flag its value begins; 0 where the value is the next argument, -1 where the flag takes none. */
    private static int valueInside(String text, String[] flags) {
        for (String flag : flags) {
            if (text.startsWith("--")) {
                if (text.startsWith(flag, 2) && flag.length() > 1) {
                    int end = flag.length() + 2;
                    if (text.length() == end) {
                        return 0;
                    }
                    if (text.charAt(end) == '=') {
                        return end + 1;
                    }
                }
            } else if (flag.length() == 1) {
                int at = text.indexOf(flag.charAt(0), 1);
                if (at > 0) {
                    return at + 1 == text.length() ? 0 : at + 1;
                }
            }
        }
        return -1;
    }

    private static ShellWord rest(ShellWord argument, int from) {
        MappedText text = argument.unquoted();
        MappedText value = text.part(from, text.length());
        boolean literal = argument.isLiteral();
        Part part = literal ? new Part.Literal(value, value.range()) : new Part.Parameter("", List.of(), value);
        return new ShellWord(List.of(part), value);
    }
}
