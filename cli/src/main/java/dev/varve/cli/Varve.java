package dev.varve.cli;

import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code varve} command. */
@Command(
        name = "varve",
        description = "Tests and lints container images by the layer.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "'varve COMMAND --help' tells more of a command."})
public final class Varve implements Runnable {
    private static final Map<String, Supplier<Object>> COMMANDS = commands();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    @SuppressWarnings("UnusedVariable")
    private boolean version;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("predict", PredictCommand::new);
        commands.put("parse", ParseCommand::new);
        commands.put("completion", CompletionCommand::new);
        return commands;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Output out = new Output(FileDescriptor.out);
        Output err = new Output(FileDescriptor.err);
        int code = run(arguments, out.writer(), err.writer());
        out.writer().flush();
        code = out.failure().isPresent() ? ExitCode.FAILED : code;
        out.failure().ifPresent(why -> err.writer().println("varve: the output cannot be written: " + why));
        err.writer().flush();
        System.exit(code);
    }

    /**
     * Runs the command.
     *
     * @param out gets the result
     * @param err gets everything else
     * @return the exit code: 0, 1 where something is wrong with what was looked at, 2 where the work could not be done
     */
    public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return commandLine(arguments).setOut(out).setErr(err).execute(arguments);
    }

    /** Only the command that runs is loaded. */
    private static CommandLine commandLine(String[] arguments) {
        CommandLine line = new CommandLine(new Varve());
        String first = arguments.length == 0 ? "" : arguments[0];
        COMMANDS.forEach((name, command) -> {
            if (name.equals(first) || !COMMANDS.containsKey(first)) {
                line.addSubcommand(name, command.get());
            }
        });
        return configured(line);
    }

    /** The whole of it, every command loaded. */
    static CommandLine complete() {
        CommandLine line = new CommandLine(new Varve());
        COMMANDS.forEach((name, command) -> line.addSubcommand(name, command.get()));
        return configured(line);
    }

    private static CommandLine configured(CommandLine line) {
        return line.setColorScheme(CommandLine.Help.defaultColorScheme(Colour.isOn() ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Varve::wrongUsage)
                .setExecutionExceptionHandler((failure, command, result) -> failed(failure, command));
    }

    private static int wrongUsage(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("varve: " + mistake.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(mistake, err);
        err.println("'" + command.getCommandSpec().qualifiedName() + " --help' shows what there is.");
        return ExitCode.FAILED;
    }

    private static int failed(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        if (failure instanceof Failure) {
            err.println("varve: " + failure.getMessage());
        } else {
            err.println("varve: a mistake in varve itself: " + failure);
            err.println("Please report it with the command and its input; VARVE_DEBUG=1 shows where it happened.");
        }
        if ("1".equals(System.getenv("VARVE_DEBUG"))) {
            failure.printStackTrace(err);
        }
        return ExitCode.FAILED;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
