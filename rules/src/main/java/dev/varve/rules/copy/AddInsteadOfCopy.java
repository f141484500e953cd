package dev.varve.rules.copy;

import dev.varve.dockerfile.Add;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.List;

/** ADD of what COPY can copy. */
public final class AddInsteadOfCopy implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("add-instead-of-copy", Category.COPY, Severity.ERROR, "DL3020");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.all(Add.class).forEach(add -> check(add, findings));
    }

    private static void check(Add add, Findings findings) {
        List<String> sources = add.sources().stream().map(PathText::of).toList();
        boolean inline = sources.isEmpty() && !add.inlineSources().isEmpty();
        if (!inline && sources.stream().allMatch(path -> PathText.isRemote(path) || PathText.isArchive(path))) {
            return;
        }
        Findings.Draft found = findings.add(
                add.syntax().keyword().range(),
                "ADD unpacks archives and fetches addresses, COPY only copies, which is all that is wanted here");
        boolean plain = sources.stream().noneMatch(path -> PathText.isRemote(path) || PathText.isArchive(path));
        boolean flags = add.checksum() == null && add.keepGitDir() == null && add.unpack() == null;
        if (plain && flags) {
            boolean sure = sources.stream().noneMatch(path -> path.matches(".*[$*?\\[].*"));
            found.fix(
                    sure,
                    "Use COPY",
                    edits -> edits.replace(add.syntax().keyword().range(), "COPY"));
        }
    }
}
