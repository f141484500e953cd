package dev.varve.rules.cache;

import dev.varve.context.BuildContext;
import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.ContextCopy;
import dev.varve.lint.layers.Evidence;
import dev.varve.lint.layers.StageView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An install whose manifest is copied, but not the lock file or the settings beside it. */
public final class IncompleteManifests implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("incomplete-manifests", Category.CACHE, Severity.WARNING);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            boolean onStage = view.plan()
                    .stage(view.stage().index())
                    .flatMap(plan -> plan.base())
                    .isPresent();
            if (view.context().isEmpty() || onStage) {
                continue;
            }
            for (Instruction instruction : view.instructions()) {
                if (instruction instanceof Run run
                        && run.mounts().stream().noneMatch(mount -> mount.text().contains("bind"))) {
                    Install.of(view, run, subject.script(run)).ifPresent(install -> check(view, install, findings));
                }
            }
        }
    }

    private static void check(StageView view, Install install, Findings findings) {
        BuildContext context = view.context().orElseThrow();
        List<ContextCopy> copies = new ArrayList<>();
        Optional<Instruction> last = Optional.empty();
        for (Instruction instruction : view.instructions()) {
            if (instruction == install.run()) {
                break;
            }
            Optional<ContextCopy> copy = view.copy(instruction);
            copy.ifPresent(copies::add);
            if (copy.isPresent() && bringsManifest(copy.get(), install)) {
                last = Optional.of(instruction);
            }
        }
        if (last.isEmpty()) {
            return;
        }
        List<String> copied =
                copies.stream().flatMap(copy -> copy.paths().stream()).toList();
        String manifest = copied.stream()
                .filter(path -> isManifest(install, path))
                .findFirst()
                .orElseThrow();
        String folder = manifest.substring(0, manifest.lastIndexOf('/') + 1);
        List<String> missing = beside(install).stream()
                .map(name -> folder + name)
                .filter(path -> context.tree().find(path) != null)
                .filter(path -> copied.stream().noneMatch(other -> other.equals(path) || other.startsWith(path + "/")))
                .toList();
        if (!missing.isEmpty()) {
            report(view, last.get(), install, manifest, missing, findings);
        }
    }

    private static boolean bringsManifest(ContextCopy copy, Install install) {
        List<String> beside = beside(install);
        return !beside.isEmpty() && copy.anyPath(List.of(manifest(install), beside), path -> isManifest(install, path));
    }

    private static boolean isManifest(Install install, String path) {
        return path.substring(path.lastIndexOf('/') + 1).equals(manifest(install));
    }

    private static String manifest(Install install) {
        List<String> usual = install.usualManifests();
        return usual.isEmpty() ? "" : usual.get(0);
    }

    /** What decides the install besides the manifest, where it is there. */
    private static List<String> beside(Install install) {
        return switch (install.command().name()) {
            case "npm" -> List.of("package-lock.json", "npm-shrinkwrap.json", ".npmrc");
            case "yarn" -> List.of("yarn.lock", ".yarnrc.yml", ".yarnrc", ".yarn/releases", ".yarn/patches", ".npmrc");
            case "pnpm" -> List.of("pnpm-lock.yaml", "pnpm-workspace.yaml", ".npmrc", "patches");
            case "bun" -> List.of("bun.lock", "bun.lockb", "bunfig.toml");
            case "go" -> List.of("go.sum");
            case "bundle" -> List.of("Gemfile.lock");
            case "composer" -> List.of("composer.lock");
            case "poetry" -> List.of("poetry.lock");
            case "pipenv" -> List.of("Pipfile.lock");
            case "uv" -> install.command().hasArgument("sync") ? List.of("uv.lock") : List.of();
            default -> List.of();
        };
    }

    private static void report(
            StageView view,
            Instruction copy,
            Install install,
            String manifest,
            List<String> missing,
            Findings findings) {
        Findings.Draft finding = findings.add(
                        copy,
                        install.command().name() + " in line " + install.run().line() + " gets " + manifest
                                + " but not "
                                + String.join(", ", missing)
                                + ", so that the install does not heed it and does not run again when it changes; copy it too")
                .evidence(
                        "steps", Evidence.steps(List.of(view.step(install.run()).orElseThrow())))
                .evidence("paths", missing);
        boolean files = missing.stream().noneMatch(path -> path.contains(".yarn/") || path.endsWith("patches"));
        Word to = copy instanceof Copy c ? c.destination() : ((Add) copy).destination();
        if (files && copy.syntax().form() != Form.EXEC && to.text().matches("\\.|.*/")) {
            boolean bare = !to.text().endsWith("/");
            finding.unsafeFix(
                    "Copy them too",
                    edits -> edits.insert(to.range().start(), String.join(" ", missing) + " ")
                            .insert(to.range().end(), bare ? "/" : ""));
        }
    }
}
