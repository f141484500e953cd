package dev.varve.lint;

import dev.varve.dockerfile.Dockerfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applies the fixes that a linter offers until it offers no more. */
public final class Fixer {
    private static final int MAX_PASSES = 20;

    private final Linter linter;
    private final boolean unsafe;

    /** @param unsafe whether fixes that may change the image are applied too */
    public Fixer(Linter linter, boolean unsafe) {
        this.linter = linter;
        this.unsafe = unsafe;
    }

    /** Fixes a Dockerfile; a fix after which the file would no longer parse is not applied. */
    public FixedFile fix(Dockerfile dockerfile, Optional<ContextFolder> context) {
        Dockerfile now = dockerfile;
        List<Finding> fixed = new ArrayList<>();
        List<Fix> elsewhere = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(now.text()));
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            FixPass edits = new FixPass(now);
            for (Finding finding : linter.lint(now, context).findings()) {
                Optional<Fix> fix = choose(finding);
                if (fix.isPresent() && fix.get().other().isPresent()) {
                    if (pass == 0) {
                        elsewhere.add(fix.get());
                        fixed.add(finding);
                    }
                } else if (fix.isPresent() && edits.add(fix.get())) {
                    fixed.add(finding);
                }
            }
            Dockerfile next = edits.apply();
            if (!seen.add(next.text()) || (next.hasErrors() && !now.hasErrors())) {
                break;
            }
            now = next;
        }
        return new FixedFile(dockerfile, now, fixed, elsewhere);
    }

    private Optional<Fix> choose(Finding finding) {
        return finding.fixes().stream().filter(fix -> unsafe || fix.safe()).findFirst();
    }
}
