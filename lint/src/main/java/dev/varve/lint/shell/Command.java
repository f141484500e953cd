package dev.varve.lint.shell;

import dev.varve.dockerfile.SourceRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A command that a script runs.
 *
 * @param word what names it
 * @param arguments the words behind the name
 * @param assignments the variables that are set for it
 * @param redirections where it reads from and writes to
 * @param wrappers what runs it, outermost first
 * @param place where it stands among the others
 * @param range from its name to the end of its last argument
 */
public record Command(
        ShellWord word,
        List<ShellWord> arguments,
        List<ShellAssignment> assignments,
        List<Redirection> redirections,
        List<Wrapper> wrappers,
        Place place,
        SourceRange range) {
    public Command {
        arguments = List.copyOf(arguments);
        assignments = List.copyOf(assignments);
        redirections = List.copyOf(redirections);
        wrappers = List.copyOf(wrappers);
    }

    /** The name without its path; as written where it is not known. */
    public String name() {
        return baseName(word);
    }

    static String baseName(ShellWord word) {
        String text = word.text();
        return word.isLiteral() ? text.substring(text.lastIndexOf('/') + 1) : text;
    }

    /** Whether it has one of the names. */
    public boolean is(String... names) {
        return Arrays.asList(names).contains(name());
    }

    /** Whether it is wrapped in a command of that name. */
    public boolean isWrappedIn(String wrapper) {
        return wrappers.stream().anyMatch(w -> w.name().equals(wrapper));
    }

    /** The arguments' texts, as {@link ShellWord#text()} gives them. */
    public List<String> texts() {
        return arguments.stream().map(ShellWord::text).toList();
    }

    /** Whether one of the arguments is one of the texts. */
    public boolean hasArgument(String... texts) {
        List<String> wanted = Arrays.asList(texts);
        return arguments.stream().anyMatch(a -> wanted.contains(a.text()));
    }

    /**
     * Whether it has one of the flags: a name of one char is found in clusters such as {@code -xzf}, a longer one behind two
     * dashes, with a value or not.
     */
    public boolean hasFlag(String... names) {
        return flag(names).isPresent();
    }

    /** The first argument that has one of the flags. */
    public Optional<ShellWord> flag(String... names) {
        return flags().filter(a -> has(a.text(), names)).findFirst();
    }

    /** How often a flag is given, within clusters too. */
    public int count(String name) {
        return flags().mapToInt(a -> count(a.text(), name)).sum();
    }

    /** The values of a flag, in whichever way they are given: {@code -t x}, {@code -tx}, {@code --to=x}, {@code --to x}. */
    public List<ShellWord> values(String... names) {
        return new Options(arguments, names).values();
    }

    /** The arguments that are neither flags nor the values of those flags that are named here. */
    public List<ShellWord> operands(String... flagsWithValue) {
        return new Options(arguments, flagsWithValue).operands();
    }

    private Stream<ShellWord> flags() {
        return arguments.stream().takeWhile(a -> !a.text().equals("--")).filter(a -> isFlag(a.text()));
    }

    static boolean isFlag(String text) {
        return text.length() > 1 && text.charAt(0) == '-' && !text.equals("--");
    }

    private static boolean has(String text, String[] names) {
        for (String name : names) {
            if (count(text, name) > 0) {
                return true;
            }
        }
        return false;
    }

    private static int count(String text, String name) {
        if (text.startsWith("--")) {
            boolean named = text.startsWith(name, 2)
                    && (text.length() == name.length() + 2 || text.charAt(name.length() + 2) == '=');
            return named && name.length() > 1 ? 1 : 0;
        }
        return name.length() == 1
                ? (int) text.chars().skip(1).filter(c -> c == name.charAt(0)).count()
                : 0;
    }
}
