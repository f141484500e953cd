package dev.varve.rules.config;

import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.SourceRange;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Workdir;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.nio.file.Path;

/** A WORKDIR that depends on what was set before. */
public final class RelativeWorkdir implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("relative-workdir", Category.CONFIG, Severity.ERROR, "DL3000", "WorkdirRelativePath");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            String folder = "";
            for (Instruction instruction : stage.instructions()) {
                if (instruction instanceof Workdir workdir) {
                    String path = path(workdir);
                    if (isAbsolute(path)) {
                        folder = path;
                    } else {
                        folder = folder.matches("/[\\w./-]*") && path.matches("[\\w./-]+") ? join(folder, path) : "";
                        report(workdir, folder, findings);
                    }
                }
            }
        }
    }

    private static void report(Workdir workdir, String folder, Findings findings) {
        SourceRange range = workdir.path().range();
        Findings.Draft found = findings.add(
                range,
                folder.isEmpty()
                        ? "Where this is depends on the base image; write an absolute path"
                        : "This is relative to the WORKDIR before; write an absolute path");
        if (!folder.isEmpty()) {
            found.safeFix("Write " + folder, edits -> edits.replace(range, folder));
        }
    }

    private static String path(Workdir workdir) {
        String text = workdir.path().text().strip();
        boolean quoted = text.length() > 1 && text.matches("(?s)([\"']).*\\1");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean isAbsolute(String path) {
        return path.matches("(?s)[/$\\\\].*|[A-Za-z]:.*");
    }

    private static String join(String folder, String path) {
        return Path.of(folder).resolve(path).normalize().toString();
    }
}
