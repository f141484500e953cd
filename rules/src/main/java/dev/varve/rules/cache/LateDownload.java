package dev.varve.rules.cache;

import dev.varve.context.BuildContext;
import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.User;
import dev.varve.dockerfile.Workdir;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.ContextCopy;
import dev.varve.lint.layers.Evidence;
import dev.varve.lint.layers.Heat;
import dev.varve.lint.layers.StageView;
import dev.varve.lint.shell.Command;
import dev.varve.plan.Exec;
import dev.varve.plan.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A project is built below its sources, and what it depends on is downloaded then and there. */
public final class LateDownload implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("late-download", Category.CACHE, Severity.WARNING);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            Set<Downloader> done = before(subject, view.stage());
            for (Instruction instruction : view.instructions()) {
                if (instruction instanceof Run run) {
                    check(subject, view, run, done, findings);
                }
            }
        }
    }

    /** What the stages have downloaded that a stage begins with. */
    private static Set<Downloader> before(Subject subject, Stage stage) {
        Set<Downloader> done = EnumSet.noneOf(Downloader.class);
        for (Stage earlier : subject.lineage(stage)) {
            if (earlier.index() != stage.index()) {
                earlier.instructions().stream()
                        .flatMap(run -> subject.script(run).commands().stream())
                        .forEach(command -> Downloader.of(command)
                                .filter(tool -> tool.mayDownload(command))
                                .ifPresent(done::add));
            }
        }
        return done;
    }

    private static void check(Subject subject, StageView view, Run run, Set<Downloader> done, Findings findings) {
        List<String> caches = CacheMounts.of(run);
        for (Command command : subject.script(run).commands()) {
            Optional<Downloader> tool = Downloader.of(command);
            if (tool.isPresent() && tool.get().mayDownload(command) && done.add(tool.get())) {
                boolean kept = caches.stream().anyMatch(tool.get()::isCache);
                boolean elsewhere = run.mounts().size() > caches.size();
                if (tool.get().builds(command)
                        && !kept
                        && !elsewhere
                        && !isFirstOfTwo(subject, view, run, tool.get())) {
                    sources(subject, view, run, tool.get())
                            .ifPresent(copy -> report(subject, view, run, command, copy, findings));
                }
            }
        }
    }

    /** Whether the sources come below, to be built again: what is built here are the dependencies, with a stand-in for them. */
    private static boolean isFirstOfTwo(Subject subject, StageView view, Run run, Downloader tool) {
        boolean sources = false;
        for (Instruction below : view.instructions()) {
            if (below.line() <= run.line()) {
                continue;
            }
            sources |= view.copy(below)
                    .filter(copy -> copy.heat(subject.heat()) > Heat.HOT)
                    .isPresent();
            if (sources && subject.script(below).commands().stream().anyMatch(tool::builds)) {
                return true;
            }
        }
        return false;
    }

    /** The copy of sources above a RUN that brings the manifests too. */
    private static Optional<ContextCopy> sources(Subject subject, StageView view, Run run, Downloader tool) {
        boolean vendored = subject.all(Env.class)
                .flatMap(env -> env.assignments().stream())
                .anyMatch(pair -> pair.key().text().matches("GOPATH|GOFLAGS")
                        || (pair.key().text().equals("GO111MODULE")
                                && pair.value().text().contains("off")));
        String folder = folder(view, run).orElse("/go/src");
        if (tool == Downloader.GO && (vendored || folder.startsWith("/go/src"))) {
            return Optional.empty();
        }
        for (Instruction instruction : view.instructions()) {
            if (instruction == run) {
                break;
            }
            Optional<ContextCopy> copy = view.copy(instruction);
            if (copy.isPresent() && copy.get().heat(subject.heat()) > Heat.HOT && brings(view, copy.get(), tool)) {
                return copy;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> folder(StageView view, Instruction run) {
        return view.step(run).flatMap(Step::operation).map(operation -> ((Exec) operation).folder());
    }

    private static boolean brings(StageView view, ContextCopy copy, Downloader tool) {
        if (view.context().isEmpty()) {
            return copy.isWhole();
        }
        return copy.anyPath(tool, tool.isManifest())
                && !copy.anyPath("vendored", path -> path.matches("(.*/)?vendor/.*"))
                && (tool != Downloader.GO
                        || copy.anyPath("depends", path -> path.matches("(.*/)?go\\.sum") && !isEmpty(view, path)));
    }

    private static boolean isEmpty(StageView view, String path) {
        return view.context()
                .map(context -> context.tree().find(path))
                .filter(entry -> entry.size() == 0)
                .isPresent();
    }

    private static void report(
            Subject subject, StageView view, Run run, Command command, ContextCopy copy, Findings findings) {
        Downloader tool = Downloader.of(command).orElseThrow();
        Instruction above = copy.step().instruction();
        List<Step> again = view.reruns().afterFiles(above);
        if (again.stream().noneMatch(step -> step.instruction() == run)) {
            return;
        }
        String cause = copy.hottest(subject.heat(), path -> true)
                .filter(path -> !path.isEmpty())
                .orElse("any file");
        Findings.Draft finding = findings.add(
                        command.word().range(),
                        command.name() + " downloads here what the project depends on, and again whenever " + cause
                                + " changes, which line " + above.line() + " copies; " + tool.advice())
                .evidence("steps", Evidence.steps(again))
                .evidence("paths", Evidence.paths(copy.paths()))
                .evidence("bytes", copy.bytes());
        boolean plain = run.syntax().form() == Form.SHELL
                && run.syntax().heredocs().isEmpty()
                && view.instructions().stream().noneMatch(User.class::isInstance);
        String base = view.stage().from().base().text();
        if (tool == Downloader.GO) {
            modules(subject, view, run, copy)
                    .ifPresent(lines -> finding.fix(
                            view.context().isPresent() && !subject.isShipped(view.stage()),
                            "Download the modules in steps of their own",
                            edits -> edits.insertBefore(above, lines)));
        } else if (plain) {
            tool.mount(base)
                    .ifPresent(mount -> finding.unsafeFix(
                            "Mount a cache",
                            edits -> edits.insert(run.command().get(0).range().start(), mount)));
        }
    }

    /** The lines that download the modules of the project at the top of the copy; empty where it is not so simple. */
    private static Optional<String> modules(Subject subject, StageView view, Run run, ContextCopy copy) {
        Instruction above = copy.step().instruction();
        boolean between = view.between(above, run).stream()
                .anyMatch(other -> other instanceof Workdir || other instanceof Env || other instanceof Arg);
        boolean plain = above instanceof Copy
                && above.syntax().form() != Form.EXEC
                && above.syntax().flags().isEmpty()
                && copy.sources().size() == 1;
        boolean moves = !subject.script(run).commands("cd", "pushd").isEmpty()
                || !run.mounts().isEmpty();
        if (between
                || !plain
                || moves
                || !CopiedPath.of(view, above).stream()
                        .allMatch(to -> Optional.of(to.path()).equals(folder(view, run)))) {
            return Optional.empty();
        }
        String source = copy.sources().get(0);
        String prefix = source.isEmpty() ? "" : source + "/";
        List<String> names = new ArrayList<>(List.of(prefix + "go.mod", prefix + "go.sum"));
        if (view.context().isPresent()) {
            BuildContext context = view.context().get();
            boolean simple = context.tree().find(prefix + "go.work") == null
                    && names.stream().allMatch(copy.paths()::contains)
                    && !ManifestContents.readsMore(context, prefix + "go.mod");
            if (!simple) {
                return Optional.empty();
            }
        }
        String to = ((Copy) above).destination().text();
        return Optional.of(
                "COPY " + String.join(" ", names) + " " + (to.endsWith("/") ? to : to + "/") + "\nRUN go mod download");
    }
}
