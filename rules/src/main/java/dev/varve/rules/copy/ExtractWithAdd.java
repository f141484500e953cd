package dev.varve.rules.copy;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.shell.Command;
import java.util.HashMap;
import java.util.Map;

/** COPY of an archive that a RUN unpacks. */
public final class ExtractWithAdd implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("extract-with-add", Category.COPY, Severity.INFO, "DL3010");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            Map<String, Word> archives = new HashMap<>();
            for (Instruction instruction : stage.instructions()) {
                if (instruction instanceof Copy copy && copy.from() == null) {
                    remember(copy, archives);
                } else if (instruction instanceof Run) {
                    subject.script(instruction).commands("tar").forEach(tar -> check(tar, archives, findings));
                }
            }
        }
    }

    private static void remember(Copy copy, Map<String, Word> archives) {
        String target = PathText.of(copy.destination());
        for (Word source : copy.sources()) {
            String path = PathText.of(source);
            if (PathText.isTar(path)) {
                archives.put(PathText.baseName(PathText.isTar(target) ? target : path), source);
            }
        }
    }

    private static void check(Command tar, Map<String, Word> archives, Findings findings) {
        boolean extracts = tar.hasFlag("x", "extract", "get")
                || (!tar.arguments().isEmpty() && tar.texts().get(0).matches("[a-zA-Z]*x[a-zA-Z]*"));
        if (!extracts) {
            return;
        }
        for (String argument : tar.texts()) {
            Word source = archives.remove(PathText.baseName(argument));
            if (source != null) {
                findings.add(
                        source.range(),
                        "The archive stays in a layer below what is unpacked from it; ADD unpacks it and keeps nothing");
            }
        }
    }
}
