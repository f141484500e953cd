package dev.varve.lint.history.cost;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Heredoc;
import dev.varve.lint.history.git.HeadFiles;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Script;
import dev.varve.lint.shell.Scripts;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Exec;
import dev.varve.plan.MountPoint;
import dev.varve.plan.Operation;
import dev.varve.plan.Source;
import dev.varve.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the RUNs of a plan do, as far as that tells how long they take. */
public final class StepWork {
    private final Optional<Makefile> makefile;
    private final Map<String, String> scripts = new HashMap<>();

    public StepWork(HeadFiles head) {
        this.makefile = head.text("Makefile").map(Makefile::parse);
    }

    public Work of(Step step, Exec exec) {
        List<String> before = new ArrayList<>();
        before(exec.parent(), before, new HashSet<>());
        List<String> kept = exec.mounts().stream()
                .filter(mount -> mount.type().equals("cache"))
                .map(MountPoint::target)
                .toList();
        return new Work(script(step), kept, String.join("\n", before));
    }

    /** The scripts of what left a file system, and of what was copied into it. */
    private void before(Source from, List<String> scripts, Set<Step> seen) {
        Source at = from;
        while (at instanceof Source.Result result && seen.add(result.step())) {
            Operation operation = result.step().operation().orElseThrow();
            if (operation instanceof Exec) {
                scripts.add(script(result.step()));
            } else if (operation instanceof CopyFiles copy) {
                copy.actions().forEach(action -> before(action.source(), scripts, seen));
            }
            at = operation.parent();
        }
    }

    /** Whether what one of these steps takes depends on what cache mounts keep. */
    public boolean hasCacheMounts(List<Step> steps) {
        return steps.stream()
                .anyMatch(step -> step.operation().orElse(null) instanceof Exec exec && isKeptFor(of(step, exec)));
    }

    private static boolean isKeptFor(Work work) {
        return CostTable.seconds(work) != CostTable.seconds(work.withoutMounts());
    }

    private String script(Step step) {
        String documents = step.instruction().syntax().heredocs().stream()
                .map(Heredoc::content)
                .collect(Collectors.joining("\n"));
        String text = step.text() + "\n" + documents;
        return scripts.computeIfAbsent(
                text,
                written -> makefile.map(known -> known.expanded(withoutFlags(written)))
                        .orElse(written));
    }

    private static String withoutFlags(String text) {
        return text.replaceFirst("^(?i:run)(\\s+--\\S+)*\\s+", "");
    }

    /** The commands of a script, and those of the makefile's targets that it makes. */
    public List<Command> commands(Script script) {
        List<Command> commands = new ArrayList<>(script.commands());
        String text = script.source().text();
        String expanded = makefile.map(known -> known.expanded(text)).orElse(text);
        if (!expanded.equals(text)) {
            Dockerfile alone = Dockerfile.parse("Makefile", "FROM scratch\nRUN <<EOF\n" + expanded + "\nEOF\n");
            commands.addAll(new Scripts(alone)
                    .script(alone.stages().get(0).instructions().get(0))
                    .commands());
        }
        return commands;
    }

    /** The name of the image at the bottom of what a RUN works in. */
    public String image(Exec exec) {
        Source at = exec.parent();
        while (at instanceof Source.Result result) {
            at = result.step().operation().orElseThrow().parent();
        }
        return at instanceof Source.Image image ? image.reference().replaceFirst("@.*", "") : "";
    }
}
