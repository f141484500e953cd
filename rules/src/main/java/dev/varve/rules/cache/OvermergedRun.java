package dev.varve.rules.cache;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.ArgDeclaration;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.TextEdits;
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
import dev.varve.lint.movement.Movement;
import dev.varve.lint.movement.Reads;
import dev.varve.lint.shell.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Packages of the system are installed in one RUN with what changes more often than they do. */
public final class OvermergedRun implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("overmerged-run", Category.CACHE, Severity.INFO);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            for (Instruction instruction : view.instructions()) {
                if (instruction instanceof Run run) {
                    RunChain.of(subject.dockerfile(), run, subject.script(run))
                            .ifPresent(chain -> check(subject, view, chain, findings));
                }
            }
        }
    }

    private static void check(Subject subject, StageView view, RunChain chain, Findings findings) {
        int last = lastInstall(chain);
        if (last < 0 || last == chain.links().size() - 1 || chain.isStateful(last) || belongsTogether(chain, last)) {
            return;
        }
        boolean cleans = chain.behind(last).stream().anyMatch(OvermergedRun::cleans);
        if (cleans && subject.isShipped(view.stage())) {
            return;
        }
        Optional<Instruction> copy = copy(subject, view, chain, last);
        if (copy.isPresent()) {
            reportCopy(subject, view, chain, last, copy.get(), findings);
        } else {
            List<Arg> versions = versions(view, chain, last);
            if (!versions.isEmpty()) {
                reportVersions(view, chain, last, versions, findings);
            }
        }
    }

    /** The last of the links that install packages of the system, before one that does something else; -1 for none. */
    private static int lastInstall(RunChain chain) {
        int last = -1;
        for (int i = 0; i < chain.links().size() && chain.reads(i) instanceof Reads.Nothing; i++) {
            if (chain.upTo(i).stream()
                    .skip(i == 0 ? 0 : chain.upTo(i - 1).size())
                    .anyMatch(OvermergedRun::installs)) {
                last = i;
            } else if (last >= 0
                    && chain.upTo(i).stream().skip(chain.upTo(i - 1).size()).anyMatch(OvermergedRun::cleans)) {
                last = i;
            }
        }
        return last;
    }

    private static boolean installs(Command command) {
        return switch (command.name()) {
            case "apt-get", "apt", "yum", "dnf", "microdnf", "zypper" -> command.hasArgument("install");
            case "apk" -> command.hasArgument("add");
            default -> false;
        };
    }

    /** Whether a command takes away what installing has left, so that both have to be in one layer. */
    private static boolean cleans(Command command) {
        return switch (command.name()) {
            case "apt-get", "apt", "yum", "dnf", "microdnf", "zypper" ->
                command.hasArgument("purge", "remove", "autoremove", "clean", "autoclean", "erase");
            case "apk" -> command.hasArgument("del");
            case "rm" -> command.texts().stream().anyMatch(text -> text.matches("/var/(lib|cache)/.*"));
            default -> !command.word().isLiteral();
        };
    }

    /** Whether packages are installed behind it that need the lists which it has fetched. */
    private static boolean belongsTogether(RunChain chain, int last) {
        return chain.behind(last).stream().anyMatch(OvermergedRun::installs);
    }

    /** The first copy of the context that the install could stand above, were it a RUN of its own. */
    private static Optional<Instruction> copy(Subject subject, StageView view, RunChain chain, int last) {
        boolean told = !(view.movement().reads(chain.run()) instanceof Reads.Anything)
                || chain.reads(last + 1) instanceof Reads.Manifests;
        Dockerfile file = subject.dockerfile();
        TextEdits edits = chain.cut(new TextEdits(file), last, "");
        Dockerfile after = Dockerfile.parse(file.file(), edits.apply());
        List<Instruction> now = after.stages().get(view.stage().index()).instructions();
        Movement movement = Movement.in(after.stages().get(view.stage().index()));
        Instruction install = now.get(view.instructions().indexOf(chain.run()));
        for (int i = 0; i < view.instructions().indexOf(chain.run()); i++) {
            Optional<ContextCopy> copy = view.copy(view.instructions().get(i));
            if (copy.isEmpty() || copy.get().heat(subject.heat()) <= Heat.HOT) {
                continue;
            }
            if (!told && movement.obstacle(install, now.get(i)).isEmpty()) {
                return Optional.of(view.instructions().get(i));
            }
        }
        return Optional.empty();
    }

    private static void reportCopy(
            Subject subject, StageView view, RunChain chain, int last, Instruction copy, Findings findings) {
        ContextCopy copied = view.copy(copy).orElseThrow();
        String cause = copied.hottest(subject.heat(), path -> true)
                .filter(path -> !path.isEmpty())
                .orElse("any file");
        findings.add(
                        chain.links().get(last).range(),
                        "These packages are installed again whenever " + cause + " changes, which line " + copy.line()
                                + " copies and they do not read, for they are one step with what does; make it a RUN of its own"
                                + " above that line")
                .severity(Severity.WARNING)
                .evidence("steps", Evidence.steps(view.reruns().afterFiles(copy)))
                .evidence("paths", Evidence.paths(copied.paths()))
                .evidence("bytes", copied.bytes())
                .safeFix("Install in a RUN of its own", edits -> chain.cut(edits, last, ""));
    }

    /** The arguments that say of which version something is that only what stands behind the install uses. */
    private static List<Arg> versions(StageView view, RunChain chain, int last) {
        List<Arg> found = new ArrayList<>();
        for (Instruction instruction : view.instructions()) {
            if (instruction == chain.run()) {
                break;
            }
            if (instruction instanceof Arg arg
                    && arg.declarations().size() == 1
                    && isVersion(arg.declarations().get(0))
                    && arg.syntax().comments().isEmpty()
                    && isUsedBehind(chain, last, arg.declarations().get(0).name())
                    && view.between(arg, chain.run()).stream()
                            .allMatch(
                                    other -> view.movement().between(arg, other).isEmpty())) {
                found.add(arg);
            }
        }
        return found;
    }

    private static boolean isVersion(ArgDeclaration declaration) {
        return declaration.defaultValue() != null
                && declaration.name().matches("(.*_)?(VERSION|VER|RELEASE|TAG|COMMIT|SHA|REF)");
    }

    private static boolean isUsedBehind(RunChain chain, int last, String name) {
        Pattern use = Pattern.compile("\\$\\{?" + Pattern.quote(name) + "\\b");
        boolean before = false;
        for (int i = 0; i <= last; i++) {
            before |= use.matcher(chain.text(i)).find();
        }
        boolean downloads = chain.behind(last).stream()
                .filter(command -> command.is("curl", "wget", "git"))
                .flatMap(command -> command.arguments().stream())
                .anyMatch(word -> use.matcher(word.text()).find()
                        || use.matcher(chain.file().text(word.range())).find());
        return !before && downloads;
    }

    private static void reportVersions(
            StageView view, RunChain chain, int last, List<Arg> versions, Findings findings) {
        String name = versions.get(0).declarations().get(0).name();
        String more = versions.size() == 1 ? "it" : "it and the other versions";
        String lines = versions.stream()
                .map(arg -> arg.syntax().original().stripTrailing() + "\n")
                .collect(Collectors.joining());
        findings.add(
                        chain.links().get(last).range(),
                        "Each new " + name
                                + " installs these packages again, for they are one step with what it is for;"
                                + " make it a RUN of its own, and declare " + more + " behind it")
                .evidence("steps", Evidence.steps(view.reruns().afterArgument(name)))
                .safeFix("Install in a RUN of its own above the ARG", edits -> {
                    versions.forEach(edits::delete);
                    chain.cut(edits, last, lines);
                });
    }
}
