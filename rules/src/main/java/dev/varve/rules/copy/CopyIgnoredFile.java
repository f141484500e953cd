package dev.varve.rules.copy;

import dev.varve.context.DockerIgnore;
import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.ContextFolder;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A COPY or ADD of what the ignore file keeps from the builder. */
public final class CopyIgnoredFile implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("copy-ignored-file", Category.COPY, Severity.WARNING, "CopyIgnoredFile");

    private static final Set<String> EVERYTHING = Set.of("*", "**", "**/*");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.folder().isEmpty()) {
            return;
        }
        DockerIgnore ignore = ignore(subject.folder().get());
        // What an exception re-includes below an excluded folder cannot be told from the patterns alone
        if (ignore.rules().stream().anyMatch(DockerIgnore.Rule::isException)) {
            return;
        }
        subject.instructions().stream().filter(placed -> !placed.onBuild()).forEach(placed -> {
            for (Word source : sources(placed.instruction())) {
                check(placed.instruction(), source, ignore, findings);
            }
        });
    }

    private static DockerIgnore ignore(ContextFolder folder) {
        try {
            return folder.ignore();
        } catch (IOException e) {
            return DockerIgnore.none();
        }
    }

    private static List<Word> sources(Instruction instruction) {
        if (instruction instanceof Copy copy) {
            return copy.from() == null ? copy.sources() : List.of();
        }
        return instruction instanceof Add add ? add.sources() : List.of();
    }

    private static void check(Instruction instruction, Word source, DockerIgnore ignore, Findings findings) {
        String text = source.text();
        if (text.contains("$") || text.contains("://") || text.startsWith("git@")) {
            return;
        }
        String path = clean(text);
        boolean ignored = path.isEmpty()
                ? ignore.rules().stream().anyMatch(rule -> EVERYTHING.contains(rule.pattern()))
                : ignore.excludes(path);
        if (ignored) {
            findings.add(
                            source.range(),
                            instruction.name() + " of " + text
                                    + " finds nothing: the ignore file keeps it from the builder")
                    .evidence("paths", List.of(path.isEmpty() ? "." : path));
        }
    }

    private static String clean(String path) {
        String normal = Path.of("/" + path).normalize().toString();
        return normal.substring(1);
    }
}
