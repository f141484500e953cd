package dev.varve.rules.stage;

import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.Arrays;

/** A platform that is written down. */
public final class ConstantPlatform implements Rule {
    private static final RuleInfo INFO = RuleInfo.of(
            "constant-platform", Category.STAGE, Severity.WARNING, "DL3029", "FromPlatformFlagConstDisallowed");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            Word platform = stage.from().platform();
            if (platform != null && !platform.text().contains("$") && !isNamedAfter(stage, platform.text())) {
                findings.add(
                        platform.range(),
                        "The image is for " + platform.text()
                                + " whatever is asked for; leave --platform out, or use $BUILDPLATFORM");
            }
        }
    }

    private static boolean isNamedAfter(Stage stage, String platform) {
        String name = stage.name();
        return name != null
                && Arrays.stream(platform.split("/")).anyMatch(part -> !part.isEmpty() && name.contains(part));
    }
}
