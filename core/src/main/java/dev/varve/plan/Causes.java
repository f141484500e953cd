package dev.varve.plan;

import dev.varve.context.Problem;
import dev.varve.context.Selection;
import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.Shell;
import dev.varve.dockerfile.User;
import dev.varve.dockerfile.Workdir;
import dev.varve.image.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why steps are not taken from the cache. What is a step's own fault goes before what comes to it from others; asked
 * for in the order of the plan.
 */
final class Causes {
    private static final int LONGEST_QUOTE = 60;

    private final CachedBuild before;
    private final CachedBuild after;
    private final Counterparts counterparts;
    private final Map<Step, Root> roots = new HashMap<>();

    /** The step with which it began that others run again, and why that one does. */
    private record Root(Step step, Cause cause) {}

    Causes(CachedBuild before, CachedBuild after) {
        this.before = before;
        this.after = after;
        this.counterparts =
                new Counterparts(before.plan().stages(), after.plan().stages());
    }

    /** Empty where there is nothing to tell: a hit whose instruction is as it was. */
    Optional<Cause> of(StagePlan stage, Step step) {
        Optional<Step> old = counterparts.of(step);
        Optional<Status> status = after.status(step);
        if (status.isEmpty()) {
            return old.isEmpty() ? Optional.of(appeared(stage, step)) : configuration(step, old.get());
        }
        if (status.get() == Status.HIT) {
            return Optional.empty();
        }
        Optional<Cause> own = missing(step);
        if (own.isEmpty()) {
            own = old.isEmpty() ? Optional.of(appeared(stage, step)) : own(step, old.get());
        }
        if (own.isPresent()) {
            roots.put(step, new Root(step, own.get()));
            return own;
        }
        return Optional.of(inherited(step, old.orElse(step)));
    }

    private Cause appeared(StagePlan stage, Step step) {
        String what =
                counterparts.has(stage) ? "this instruction is new" : "stage " + stage.name() + " was not built before";
        return cause(Cause.Kind.NEW, step, what);
    }

    private static Optional<Cause> configuration(Step step, Step old) {
        if (step.effect().equals(old.effect()) && Counterparts.isSame(old, step)) {
            return Optional.empty();
        }
        return Optional.of(changed(Cause.Kind.CONFIG, step, old));
    }

    private static Cause changed(Cause.Kind kind, Step step, Step old) {
        if (step.text().equals(old.text())) {
            return cause(kind, step, sameText(step, old));
        }
        return cause(kind, step, "was " + quote(old.text()));
    }

    /** How two instructions differ that are written alike on their own lines. An argument's value may be a secret. */
    private static String sameText(Step step, Step old) {
        if (step.instruction() instanceof Arg) {
            return "has another value";
        }
        return Counterparts.isSame(old, step) ? "comes to " + quote(step.effect()) : "the text of its heredoc changed";
    }

    private Optional<Cause> missing(Step step) {
        for (Selection selection : after.selections(step).values()) {
            if (!selection.problems().isEmpty()) {
                Problem problem = selection.problems().get(0);
                return Optional.of(new Cause(
                        Cause.Kind.MISSING,
                        step.line(),
                        selection.problems().stream().map(Problem::path).toList(),
                        problem.path() + ": " + problem.message() + "; the build fails here"));
            }
        }
        return Optional.empty();
    }

    private Optional<Cause> own(Step step, Step old) {
        Optional<Cause> base = base(step, old);
        if (base.isPresent()) {
            return base;
        }
        if (!after.definition(step).equals(before.definition(old))) {
            return Optional.of(definition(step, old));
        }
        Optional<Cause> files = files(step, old);
        if (files.isPresent()) {
            return files;
        }
        return inlineFiles(step).equals(inlineFiles(old)) ? Optional.empty() : Optional.of(definition(step, old));
    }

    /** The heredocs that a step copies or runs; they count as files. */
    private static List<Source> inlineFiles(Step step) {
        return step.operation().map(Operation::inputs).orElse(List.of()).stream()
                .map(Input::source)
                .filter(Source.Inline.class::isInstance)
                .toList();
    }

    private static Optional<Cause> base(Step step, Step old) {
        if (!(step.operation().orElse(null) instanceof Pull pull)) {
            return Optional.empty();
        }
        if (!(old.operation().orElse(null) instanceof Pull was)) {
            return Optional.of(cause(Cause.Kind.BASE, step, "was " + quote(old.text())));
        }
        if (!pull.image().platform().equals(was.image().platform())) {
            return Optional.of(
                    platform(step, was.image().platform(), pull.image().platform()));
        }
        String then = was.image().reference();
        String now = pull.image().reference();
        return Optional.of(cause(
                Cause.Kind.BASE,
                step,
                then.equals(now) ? now + " is another image now" : "the base image was " + then + " and is " + now));
    }

    private Cause definition(Step step, Step old) {
        if (!Counterparts.isSame(old, step)) {
            return changed(Cause.Kind.INSTRUCTION, step, old);
        }
        Optional<Cause> variables = new VariableChanges(old, before.plan(), step, after.plan()).cause();
        if (step.operation().orElse(null) instanceof Exec now && old.operation().orElse(null) instanceof Exec then) {
            if (!now.platform().equals(then.platform())) {
                return platform(step, then.platform(), now.platform());
            }
            if (variables.isPresent()) {
                return variables.get();
            }
            if (!now.folder().equals(then.folder())) {
                return setting(
                        step, Workdir.class, "the working directory was " + then.folder() + " and is " + now.folder());
            }
            if (!now.user().equals(then.user())) {
                return setting(step, User.class, "the user was " + name(then.user()) + " and is " + name(now.user()));
            }
            if (!now.arguments().equals(then.arguments())) {
                return setting(step, Shell.class, "the shell changed");
            }
        }
        return variables.orElseGet(() -> setting(step, Workdir.class, "the working directory changed"));
    }

    private static String name(String user) {
        return user.isEmpty() ? "root" : user;
    }

    private static Cause platform(Step step, Platform then, Platform now) {
        return cause(Cause.Kind.PLATFORM, step, "the platform was " + then + " and is " + now);
    }

    /** A cause that lies in the last instruction of a kind before the step. */
    private Cause setting(Step step, Class<?> instruction, String text) {
        Step by = step;
        Optional<StagePlan> stage = after.plan().stage(step.stage());
        for (Step earlier : stage.map(StagePlan::steps).orElse(List.of())) {
            if (earlier == step) {
                break;
            }
            by = instruction.isInstance(earlier.instruction()) ? earlier : by;
        }
        String where = by == step ? "" : " (line " + by.line() + ")";
        return new Cause(Cause.Kind.INSTRUCTION, by.line(), List.of(), text + where);
    }

    private Optional<Cause> files(Step step, Step old) {
        Map<Source.Context, Selection> then = before.selections(old);
        List<String> phrases = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        after.selections(step).forEach((context, selection) -> {
            Selection was = then.get(context);
            if (was != null && !was.digest().equals(selection.digest())) {
                FileChanges changes = FileChanges.between(was, selection);
                if (!changes.isEmpty()) {
                    String where = context.name().isEmpty() ? "" : " in build context " + context.name();
                    phrases.add(changes.text() + where);
                    paths.addAll(changes.paths());
                }
            }
        });
        return phrases.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cause(Cause.Kind.FILES, step.line(), paths, String.join(", ", phrases)));
    }

    private Cause inherited(Step step, Step old) {
        for (Step source : after.sources(step)) {
            Root root = root(source);
            if (root != null) {
                roots.put(step, root);
                return inherited(step, source, root);
            }
        }
        String then = before.sources(old).stream().findFirst().map(Step::text).orElse("nothing");
        String now = after.sources(step).stream().findFirst().map(Step::text).orElse("nothing");
        Cause cause = cause(
                Cause.Kind.STEP,
                step,
                then.equals(now)
                        ? "what it begins with is new to every build"
                        : "followed " + quote(then) + " and follows " + quote(now) + " now");
        roots.put(step, new Root(step, cause));
        return cause;
    }

    /** A linked copy may be a hit and yet lie over something else than before. */
    private @Nullable Root root(Step source) {
        Step below = source;
        while (!roots.containsKey(below)
                && below.operation().orElse(null) instanceof CopyFiles copy
                && copy.link()
                && !after.sources(below).isEmpty()) {
            below = after.sources(below).get(0);
        }
        return roots.get(below);
    }

    private Cause inherited(Step step, Step source, Root root) {
        String why = "line " + root.step.line() + " runs again";
        boolean own = source.stage() == step.stage() || after.plan().isBase(source.stage(), step.stage());
        if (own) {
            return new Cause(Cause.Kind.STEP, root.step.line(), root.cause.paths(), why);
        }
        String stage = after.plan().stage(source.stage()).map(StagePlan::name).orElse("");
        return new Cause(
                Cause.Kind.STAGE,
                root.step.line(),
                root.cause.paths(),
                "depends on what stage " + stage + " produces, where " + why);
    }

    private static Cause cause(Cause.Kind kind, Step step, String text) {
        return new Cause(kind, step.line(), List.of(), text);
    }

    private static String quote(String text) {
        int points = text.codePointCount(0, text.length());
        String shown =
                points <= LONGEST_QUOTE ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE - 1)) + "…";
        return "`" + shown + "`";
    }
}
