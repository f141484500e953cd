package dev.varve.cli.command;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failures;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds the command that a command line calls, and runs it. */
public final class CommandLine {
    private final Menu menu;
    private final String version;

    public CommandLine(Menu menu, String version) {
        this.menu = menu;
        this.version = version;
    }

    /** @return the exit code */
    public int run(List<String> words, Console console) {
        String first = words.isEmpty() ? "--help" : words.get(0);
        List<String> rest = words.subList(Math.min(1, words.size()), words.size());
        if (first.equals("help")) {
            return help(rest, console);
        }
        if (first.equals("--help") || first.equals("-h")) {
            return print(new Help(menu, console.width()).ofProgram(), console);
        }
        if (first.equals("--version") || first.equals("-v") || first.equals("-V")) {
            return print(menu.program() + " " + version + "\n", console);
        }
        Optional<Shortcut> shortcut = menu.shortcut(first);
        if (shortcut.isPresent()) {
            Shortcut found = shortcut.get();
            return run(menu.program() + " " + first, found.group(), found.target(), rest, console);
        }
        Optional<Group> group = menu.group(first);
        return group.isPresent() ? inGroup(group.get(), rest, console) : unknown(first, console);
    }

    private int help(List<String> words, Console console) {
        List<String> asked = new java.util.ArrayList<>(words);
        asked.add("--help");
        return run(asked, console);
    }

    private int unknown(String word, Console console) {
        boolean isFlag = word.startsWith("-");
        String message = isFlag
                ? "unknown flag: " + word
                : "unknown command: " + menu.program() + " " + word + Suggestion.among(menu.names(), word, "");
        return wrong(message, menu.program(), isFlag ? ExitCode.WRONG_FLAG : ExitCode.FAILED, console);
    }

    private int inGroup(Group group, List<String> words, Console console) {
        String call = menu.program() + " " + group.name();
        if (words.isEmpty() || words.get(0).equals("--help") || words.get(0).equals("-h")) {
            return print(new Help(menu, console.width()).ofGroup(group), console);
        }
        String word = words.get(0);
        Optional<Entry> entry = group.find(word);
        if (entry.isPresent()) {
            return run(call + " " + word, group, entry.get(), words.subList(1, words.size()), console);
        }
        List<String> names = group.entries().stream().map(Entry::name).toList();
        return wrong(
                "unknown command: " + call + " " + word + Suggestion.among(names, word, ""),
                call,
                ExitCode.FAILED,
                console);
    }

    private int run(String call, Group group, Entry entry, List<String> words, Console console) {
        Command command = group.create(entry.name());
        ArgumentReader reader = new ArgumentReader(command);
        List<String> arguments;
        try {
            arguments = reader.read(words);
        } catch (UsageException e) {
            return wrong(String.valueOf(e.getMessage()), call, command.codeOfWrongFlags(), console);
        }
        if (reader.isHelpWanted()) {
            return print(new Help(menu, console.width()).ofCommand(call, group, entry, command), console);
        }
        if (!command.arity().allows(arguments.size())) {
            return wrong(
                    "'" + call + "' " + command.arity().inWords() + ": " + call + " " + command.synopsis(),
                    call,
                    command.codeOfWrongArguments(),
                    console);
        }
        try {
            return command.run(arguments, console);
        } catch (IOException | InterruptedException | RuntimeException e) {
            return Failures.report(e, command.codeOfFailure(), console);
        }
    }

    private static int print(String text, Console console) {
        console.out().print(text);
        return ExitCode.OK;
    }

    private static int wrong(String message, String call, int code, Console console) {
        console.err().println("varve: " + message);
        console.err().println("'" + call + " --help' shows what there is.");
        return code;
    }
}
