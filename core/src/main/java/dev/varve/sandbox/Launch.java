package dev.varve.sandbox;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/** Starts what makes the sandboxes, so that it ends with this JVM or is watched over by nobody but itself. */
final class Launch {
    private Launch() {}

    static Running start(List<String> command, ProcessSpec spec, StateFolder state) throws IOException {
        if (spec.detached()) {
            process(supervised(command, state), spec);
            return new DetachedProcess(state);
        }
        return new EmbeddedProcess(process(held(command), spec), state);
    }

    /** The command in a session of its own, with somebody who writes down how it comes out. */
    static List<String> supervised(List<String> command, StateFolder state) {
        List<String> words = new ArrayList<>(List.of("setsid", "sh", "-c", Resource.SUPERVISE, "sh"));
        words.add(state.path().toString());
        words.addAll(command);
        return words;
    }

    /** The command that ends when the thread that starts it ends. */
    static List<String> held(List<String> command) {
        List<String> words = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL"));
        words.addAll(command);
        return words;
    }

    /** With the streams of the specification. */
    static Process process(List<String> command, ProcessSpec spec) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(SignalReset.before(command));
        HostCommand.isolateEnvironment(builder);
        builder.redirectInput(input(spec.stdin()));
        builder.redirectOutput(output(spec.stdout()));
        builder.redirectError(output(spec.stderr()));
        try {
            return HeldProcess.start(builder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while a process was started");
        }
    }

    private static Redirect input(Stdio stdio) {
        if (stdio instanceof Stdio.ToFile file) {
            return Redirect.from(file.path().toFile());
        }
        return stdio instanceof Stdio.Null ? Redirect.from(new File("/dev/null")) : other(stdio);
    }

    private static Redirect output(Stdio stdio) {
        if (stdio instanceof Stdio.ToFile file) {
            return Redirect.appendTo(file.path().toFile());
        }
        return stdio instanceof Stdio.Null ? Redirect.DISCARD : other(stdio);
    }

    private static Redirect other(Stdio stdio) {
        return stdio instanceof Stdio.Inherited ? Redirect.INHERIT : Redirect.PIPE;
    }
}
