package dev.varve.cli;

import dev.varve.cli.command.CommandLine;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Output;
import dev.varve.cli.console.Terminal;
import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.util.List;

/** The {@code varve} command. */
public final class Varve {
    /** The HTTP client takes 16 KiB at a time, and each piece a long way through code that is not compiled yet. */
    private static final String HTTP_BUFFER = "jdk.httpclient.bufsize";

    private Varve() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        if (System.getProperty(HTTP_BUFFER) == null) {
            System.setProperty(HTTP_BUFFER, Integer.toString(256 << 10));
        }
        Interruption interruption = Interruption.prepare();
        Output out = new Output(FileDescriptor.out);
        Output err = new Output(FileDescriptor.err);
        Console console =
                new Console(System.in, out, out.writer(), err.writer(), err, Terminal.ofThisProcess(), System.getenv());
        int code = run(List.of(arguments), console);
        out.writer().flush();
        code = out.failure().isPresent() ? ExitCode.NOT_DONE : code;
        out.failure().ifPresent(why -> err.writer().println("varve: the output cannot be written: " + why));
        err.writer().flush();
        interruption.exit(code);
    }

    /**
     * Runs the command without input and without a terminal.
     *
     * @param out gets the result
     * @param err gets everything else
     * @return the exit code, of which {@link ExitCode} tells
     */
    public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return run(List.of(arguments), Console.of(out, err, System.getenv()));
    }

    /** Runs the command. */
    public static int run(List<String> arguments, Console console) {
        return new CommandLine(Commands.menu(), Version.text()).run(arguments, console);
    }
}
