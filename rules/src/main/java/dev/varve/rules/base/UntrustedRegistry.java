package dev.varve.rules.base;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Mount;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An image from a registry that is not trusted. */
public final class UntrustedRegistry implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("untrusted-registry", Category.BASE, Severity.ERROR, "DL3026");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        List<String> trusted = subject.settings().trustedRegistries();
        if (trusted.isEmpty()) {
            return;
        }
        Set<String> stages = new HashSet<>(Set.of("scratch"));
        for (Stage stage : subject.dockerfile().stages()) {
            check(stage.from().base(), stage.from().base().text(), stages, trusted, findings);
            stages.add(Integer.toString(stage.index()));
            if (stage.name() != null) {
                stages.add(stage.name());
            }
            for (Instruction instruction : stage.instructions()) {
                if (instruction instanceof Copy copy && copy.from() != null) {
                    check(copy.from(), copy.from().text(), stages, trusted, findings);
                } else if (instruction instanceof Run run) {
                    run.mounts().forEach(mount -> check(mount, Mount.from(mount.text()), stages, trusted, findings));
                }
            }
        }
    }

    private static void check(
            Word word, @Nullable String image, Set<String> stages, List<String> trusted, Findings findings) {
        if (image == null || image.startsWith("$") || stages.contains(image.toLowerCase(Locale.ROOT))) {
            return;
        }
        String registry = Registry.of(image);
        if (trusted.stream().noneMatch(pattern -> Registry.matches(pattern, registry))) {
            findings.add(
                            word.range(),
                            registry + " is none of the registries that are trusted: " + String.join(", ", trusted))
                    .evidence("registry", registry);
        }
    }
}
