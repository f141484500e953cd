package dev.varve.rules.cache;

import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Instruction;
import dev.varve.lint.layers.StageView;
import dev.varve.plan.CopyAction;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Exec;
import dev.varve.plan.Operation;
import dev.varve.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a COPY or ADD puts something.
 *
 * @param copy the instruction
 * @param path absolute, without a slash at the end
 * @param file whether it is surely the path of one file; else it may be a folder
 */
record CopiedPath(Instruction copy, String path, boolean file) {

    /** Those of a stage in front of one of its instructions. */
    static List<CopiedPath> above(StageView view, Instruction end) {
        List<CopiedPath> paths = new ArrayList<>();
        for (Instruction instruction : view.instructions()) {
            if (instruction == end) {
                break;
            }
            paths.addAll(of(view, instruction));
        }
        return paths;
    }

    /** Those of one instruction. */
    static List<CopiedPath> of(StageView view, Instruction instruction) {
        List<CopiedPath> paths = new ArrayList<>();
        if (instruction instanceof Copy || instruction instanceof Add) {
            view.step(instruction).flatMap(Step::operation).ifPresent(operation -> add(instruction, operation, paths));
        }
        return paths;
    }

    private static void add(Instruction instruction, Operation operation, List<CopiedPath> paths) {
        if (!(operation instanceof CopyFiles files)) {
            return;
        }
        for (CopyAction action : files.actions()) {
            String source = action.files().path();
            String name = source.substring(source.lastIndexOf('/') + 1);
            boolean plain = !action.unpack() && !action.files().wildcard() && name.matches("[\\w-]+(\\.[\\w-]+)+");
            if (action.to().endsWith("/")) {
                paths.add(
                        plain
                                ? new CopiedPath(instruction, action.to() + name, true)
                                : new CopiedPath(instruction, clean(action.to()), false));
            } else {
                boolean one = plain && files.actions().size() == 1;
                paths.add(new CopiedPath(instruction, clean(action.to()), one));
            }
        }
    }

    /** A path as a RUN means it; empty where that cannot be told. */
    static Optional<String> resolve(StageView view, Instruction run, String word) {
        if (word.isEmpty() || word.matches(".*[$*?`{~].*")) {
            return Optional.empty();
        }
        if (word.startsWith("/")) {
            return Optional.of(clean(word));
        }
        String below = word.replaceFirst("^\\.(/|$)", "");
        boolean plain = !below.contains("..");
        return view.step(run)
                .flatMap(Step::operation)
                .filter(operation -> plain && operation instanceof Exec)
                .map(operation -> clean(((Exec) operation).folder() + "/" + below));
    }

    private static String clean(String path) {
        String single = path.replaceAll("/+", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }
}
