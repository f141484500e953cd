package dev.varve.lint.history.replay;

import dev.varve.context.Selector;
import dev.varve.dockerfile.Run;
import dev.varve.lint.history.git.PathTable;
import dev.varve.lint.movement.Writes;
import dev.varve.plan.CopyAction;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Exec;
import dev.varve.plan.Input;
import dev.varve.plan.MakeFolder;
import dev.varve.plan.Operation;
import dev.varve.plan.Source;
import dev.varve.plan.Step;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What decides the content of what steps copy or mount out of other stages. A builder that has run a stage again compares
 * what is taken of it, byte by byte; here nothing was run, so that it counts who may have written there.
 */
public final class LeftContents {
    private final Setup setup;
    private final PathTable paths;
    private final Predicate<String> isInPackage;
    private final Map<Step, Map<Step, LeftContent>> contents = new HashMap<>();

    /** Reads what a plan's steps take of each other. */
    public LeftContents(Setup setup, Manifests manifests) {
        this.setup = setup;
        this.paths = manifests.paths();
        this.isInPackage = manifests.isInPackage();
        for (Step reader : setup.steps()) {
            for (Input input : reader.operation().map(Operation::inputs).orElse(List.of())) {
                if (input.byContent() && input.source() instanceof Source.Result left) {
                    of(left.step(), input.selectors())
                            .ifPresent(content -> contents.computeIfAbsent(reader, key -> new HashMap<>())
                                    .put(left.step(), content));
                }
            }
        }
    }

    /** Of what one step takes of what another left; empty where only the result as a whole stands for it. */
    public Optional<LeftContent> of(Step reader, Step left) {
        return Optional.ofNullable(contents.get(reader)).map(known -> known.get(left));
    }

    private Optional<LeftContent> of(Step left, List<Selector> selectors) {
        boolean plain = !selectors.isEmpty()
                && selectors.stream()
                        .allMatch(selector -> !selector.wildcard()
                                && selector.includePatterns().isEmpty()
                                && selector.excludePatterns().isEmpty()
                                && !selector.path().equals("/"));
        if (!plain) {
            return Optional.empty();
        }
        LeftContent content = new LeftContent();
        for (Selector selector : selectors) {
            String path = selector.path().replaceFirst("(?<=.)/+$", "");
            content.constant(path);
            follow(new Source.Result(left), path, content);
        }
        return Optional.of(content);
    }

    /** Goes down from one step to the next, taking note of those that may have written to the path. */
    private void follow(Source from, String path, LeftContent content) {
        Source at = from;
        while (at instanceof Source.Result result) {
            Step step = result.step();
            Operation operation = step.operation().orElseThrow();
            if (operation instanceof Exec exec) {
                if (ran(step, exec, path, content)) {
                    return;
                }
                at = exec.parent();
            } else if (operation instanceof CopyFiles copy) {
                copied(step, copy, path, content);
                at = copy.parent();
            } else if (operation instanceof MakeFolder folder) {
                if (Writes.overlap(folder.path(), path)) {
                    content.constant(folder.definition());
                }
                at = folder.parent();
            } else {
                content.result(step);
                return;
            }
        }
        content.constant(at.toString());
    }

    /** Whether what a RUN left stands for all that is below it too. */
    private boolean ran(Step step, Exec exec, String path, LeftContent content) {
        if (step.instruction() instanceof Run run) {
            Optional<List<String>> written = written(run, exec);
            if (written.isPresent() && written.get().stream().noneMatch(other -> Writes.overlap(other, path))) {
                return false;
            }
            Optional<KnownOutput> known = KnownOutput.of(run, exec.folder(), isInPackage);
            if (known.isPresent() && !known.get().isAt(path)) {
                return false;
            }
            Optional<KnownOutput.Deciding> deciding =
                    known.flatMap(output -> output.counts().of(path));
            if (deciding.isPresent()) {
                content.constant(exec.definition());
                deciding.get().below().forEach(folder -> follow(exec.parent(), folder, content));
                looked(exec.parent(), exec.folder(), deciding.get(), content);
                return false;
            }
        }
        content.result(step);
        return true;
    }

    private void copied(Step step, CopyFiles copy, String path, LeftContent content) {
        for (CopyAction action : copy.actions()) {
            String to = action.to().replaceFirst("(?<=.)/+$", "");
            if (!Writes.overlap(to, path)) {
                continue;
            }
            content.constant(copy.definition());
            boolean inside = !action.unpack() && path.startsWith(to.equals("/") ? "/" : to + "/");
            String rest = inside ? path.substring(to.equals("/") ? 0 : to.length()) : "";
            if (action.source().equals(Source.Context.MAIN) && setup.track(step) >= 0) {
                content.track(track(setup.tracks().get(setup.track(step)), action.files(), rest));
            } else if (action.source() instanceof Source.Result from
                    && !action.files().wildcard()
                    && action.files().includePatterns().isEmpty()) {
                follow(from, action.files().path(), content);
            } else if (action.source() instanceof Source.Result from) {
                content.result(from.step());
            } else if (action.source() instanceof Source.Context) {
                content.result(step);
            } else {
                content.constant(action.source().toString());
            }
        }
    }

    /** What a COPY of the context brings to a path: of a folder only what belongs there. */
    private int track(BitSet all, Selector files, String rest) {
        String folder = files.path().equals("/") ? "" : files.path().substring(1) + "/";
        boolean isFolder = !files.wildcard()
                && files.includePatterns().isEmpty()
                && (folder.isEmpty()
                        || all.stream().anyMatch(number -> paths.path(number).startsWith(folder)));
        if (rest.isEmpty() || !isFolder) {
            return setup.addTrack(all);
        }
        String wanted = folder + rest.substring(1);
        BitSet some = new BitSet();
        all.stream()
                .filter(number -> isIn(paths.path(number), wanted) || isIn(wanted, paths.path(number)))
                .forEach(some::set);
        return setup.addTrack(some);
    }

    private static boolean isIn(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    /** What a program finds that looks at some of the files in a folder. */
    private void looked(Source from, String folder, KnownOutput.Deciding deciding, LeftContent content) {
        Source at = from;
        while (at instanceof Source.Result result) {
            Step step = result.step();
            Operation operation = step.operation().orElseThrow();
            if (operation instanceof Exec exec) {
                boolean elsewhere = step.instruction() instanceof Run run
                        && written(run, exec)
                                .filter(paths -> paths.stream().noneMatch(path -> Writes.overlap(path, folder)))
                                .isPresent();
                if (!elsewhere) {
                    content.result(step);
                    return;
                }
                content.constant(exec.definition());
                at = exec.parent();
            } else if (operation instanceof CopyFiles copy) {
                int track = setup.track(step);
                if (track >= 0) {
                    content.constant(copy.definition());
                    content.track(setup.addTrack(among(setup.tracks().get(track), deciding.content())));
                    content.track(setup.addPresence(among(setup.tracks().get(track), deciding.presence())));
                }
                if (track < 0 || isMixed(copy)) {
                    content.result(step);
                    return;
                }
                at = copy.parent();
            } else if (operation instanceof MakeFolder made) {
                at = made.parent();
            } else {
                content.result(step);
                return;
            }
        }
        content.constant(at.toString());
    }

    /** Where a RUN writes, unless a variable says that programs for everybody go elsewhere than usual. */
    private static Optional<List<String>> written(Run run, Exec exec) {
        boolean usual = exec.environment().stream()
                .noneMatch(variable ->
                        variable.matches("(?is)(npm_config_prefix|prefix|pnpm_home|yarn_global_folder)=.*"));
        return usual ? Writes.of(run, exec.folder()) : Optional.empty();
    }

    private static boolean isMixed(CopyFiles copy) {
        return copy.actions().stream().map(CopyAction::source).anyMatch(source -> !source.equals(Source.Context.MAIN));
    }

    private BitSet among(BitSet all, Predicate<String> wanted) {
        BitSet some = new BitSet();
        all.stream().filter(number -> wanted.test(paths.path(number))).forEach(some::set);
        return some;
    }
}
