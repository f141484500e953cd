package dev.varve.cli.command;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Gives the flags of a command their values, as the docker command reads them (Go's {@code spf13/pflag}): {@code --name=value},
 * {@code --name value}, {@code -n value}, {@code -nvalue}, {@code -n=value}, {@code -abc}; {@code --} ends them.
 */
final class ArgumentReader {
    private final Flags flags;
    private final boolean flagsFirst;
    private final List<String> arguments = new ArrayList<>();
    private boolean helpWanted;

    ArgumentReader(Command command) {
        this.flags = command.flags();
        this.flagsFirst = command.isFlagsFirst();
    }

    /** Whether help was asked for; what follows that has not been read. */
    boolean isHelpWanted() {
        return helpWanted;
    }

    /** What is no flag. */
    List<String> read(List<String> words) throws UsageException {
        Iterator<String> rest = words.iterator();
        while (rest.hasNext() && !helpWanted) {
            String word = rest.next();
            if (word.equals("--")) {
                rest.forEachRemaining(arguments::add);
            } else if (word.startsWith("--")) {
                name(word, rest);
            } else if (word.startsWith("-") && word.length() > 1) {
                shorthands(word, rest);
            } else {
                arguments.add(word);
                if (flagsFirst) {
                    rest.forEachRemaining(arguments::add);
                }
            }
        }
        return List.copyOf(arguments);
    }

    private void name(String word, Iterator<String> rest) throws UsageException {
        int equals = word.indexOf('=');
        String name = word.substring(2, equals < 0 ? word.length() : equals);
        Optional<Flag> flag = flags.named(name);
        if (flag.isEmpty() && name.equals("help")) {
            helpWanted = true;
        } else if (flag.isEmpty()) {
            throw unknown("--" + name, "unknown flag: --" + name + Suggestion.among(flags.names(), name, "--"));
        } else if (equals >= 0) {
            accept(flag.get(), word.substring(equals + 1));
        } else if (flag.get().isToggle()) {
            accept(flag.get(), "true");
        } else if (rest.hasNext()) {
            accept(flag.get(), rest.next());
        } else {
            throw new UsageException("flag needs an argument: --" + name);
        }
    }

    private void shorthands(String word, Iterator<String> rest) throws UsageException {
        for (int i = 1; i < word.length() && !helpWanted; i++) {
            char letter = word.charAt(i);
            Optional<Flag> flag = flags.shorthand(letter);
            boolean hasValue = i + 1 < word.length() && word.charAt(i + 1) == '=';
            if (flag.isEmpty() && letter == 'h') {
                helpWanted = true;
            } else if (flag.isEmpty()) {
                throw unknown("-" + letter, "unknown shorthand flag: '" + letter + "' in " + word);
            } else if (hasValue) {
                accept(flag.get(), word.substring(i + 2));
                return;
            } else if (flag.get().isToggle()) {
                accept(flag.get(), "true");
            } else if (i + 1 < word.length()) {
                accept(flag.get(), word.substring(i + 1));
                return;
            } else if (rest.hasNext()) {
                accept(flag.get(), rest.next());
            } else {
                throw new UsageException("flag needs an argument: '" + letter + "' in " + word);
            }
        }
    }

    private UsageException unknown(String dashedName, String otherwise) {
        Optional<String> reason = flags.whyUnsupported(dashedName);
        return new UsageException(
                reason.isEmpty()
                        ? otherwise
                        : dashedName + " is a flag of docker that varve does not support"
                                + (reason.get().isEmpty() ? "" : ": " + reason.get()));
    }

    private static void accept(Flag flag, String value) throws UsageException {
        try {
            flag.accept(value);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "invalid argument \"" + value + "\" for \"" + flag.spelling() + "\" flag: " + e.getMessage());
        }
    }
}
