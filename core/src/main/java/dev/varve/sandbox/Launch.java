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
        List<String> words = new ArrayList<>();
        if (spec.detached()) {
            words.addAll(List.of("setsid", "sh", "-c", Resource.SUPERVISE, "sh"));
            words.add(state.path().toString());
            words.addAll(command);
            process(words, spec);
            return new DetachedProcess(state);
        }
        words.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
        words.addAll(command);
        return new EmbeddedProcess(process(words, spec), state);
    }

    /** With the streams of the specification. */
    static Process process(List<String> command, ProcessSpec spec) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
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
