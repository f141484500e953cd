package dev.varve.plan;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Heredoc;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.ShellLexer;
import dev.varve.dockerfile.Word;
import dev.varve.plan.StagePlanner.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code RUN} (BuildKit {@code dispatchRun}). */
final class RunPlanner {
    private static final String DOCUMENTS = "/dev/pipes/";
    private static final int SCRIPT_MODE = 0755;

    private final Dockerfile dockerfile;
    private final StageGraph graph;
    private final StageState state;
    private final ShellLexer lexer;

    RunPlanner(Dockerfile dockerfile, StageGraph graph, StageState state, ShellLexer lexer) {
        this.dockerfile = dockerfile;
        this.graph = graph;
        this.state = state;
        this.lexer = lexer;
    }

    Planned plan(Run run, int line) throws PlanException {
        List<MountPoint> mounts = new ArrayList<>();
        List<String> arguments = arguments(run, mounts);
        for (Word mount : run.mounts()) {
            mounts.add(new MountFlag(graph, state, lexer, line).resolve(mount.text()));
        }
        Exec exec = new Exec(
                state.files,
                arguments,
                state.variables.assignments(),
                ContainerPath.workdir(state.image.workingDir, ""),
                state.image.user,
                run.network() == null ? "default" : run.network().text(),
                run.security() == null ? "sandbox" : run.security().text(),
                run.devices().stream().map(Word::text).toList(),
                mounts,
                state.platform);
        return Planned.files(effect(arguments), exec);
    }

    private List<String> arguments(Run run, List<MountPoint> mounts) {
        List<String> words = run.command().stream().map(Word::text).toList();
        if (run.syntax().form() == Form.EXEC) {
            return words;
        }
        List<Heredoc> documents = run.syntax().heredocs();
        if (documents.isEmpty()) {
            return state.withShell(String.join(" ", words));
        }
        String command = words.get(0);
        if (documents.size() == 1 && isDocumentAlone(command, documents.get(0))) {
            return script(documents.get(0), mounts);
        }
        StringBuilder whole = new StringBuilder(command);
        for (Heredoc document : documents) {
            whole.append('\n').append(document.content()).append(document.name());
        }
        return state.withShell(whole.toString());
    }

    private boolean isDocumentAlone(String command, Heredoc document) {
        return command.strip().equals(dockerfile.text(document.opener()));
    }

    /** A document that is the whole command is the shell's script, or a program for it to run where it begins with #!. */
    private List<String> script(Heredoc document, List<MountPoint> mounts) {
        String content = document.text();
        if (!content.startsWith("#!")) {
            return state.withShell(content);
        }
        Source.Inline file = new Source.Inline(document.name(), content, SCRIPT_MODE);
        mounts.add(new MountPoint("bind", DOCUMENTS, file, "/", true, "", Optional.empty()));
        return state.withShell(DOCUMENTS + document.name());
    }

    private String effect(List<String> arguments) {
        StringBuilder effect = new StringBuilder("RUN ");
        Map<String, String> declared = state.arguments;
        if (!declared.isEmpty()) {
            effect.append('|').append(declared.size()).append(' ');
            declared.forEach((name, value) -> {
                String current = state.variables.get(name);
                effect.append(name)
                        .append('=')
                        .append(current == null ? value : current)
                        .append(' ');
            });
        }
        return effect.append(String.join(" ", arguments)).append(" # buildkit").toString();
    }
}
