package dev.varve.rules.config;

import dev.varve.dockerfile.Expose;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.Locale;

/** A protocol in upper case. */
public final class ExposedProtocolCasing implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("exposed-protocol-casing", Category.CONFIG, Severity.STYLE, "ExposeProtoCasing");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.all(Expose.class).forEach(expose -> {
            for (Word word : expose.ports()) {
                PortText port = PortText.of(word.text());
                String lower = port.protocol().toLowerCase(Locale.ROOT);
                if (!port.protocol().contains("$") && !lower.equals(port.protocol())) {
                    String wanted = port.published() + port.port() + "/" + lower;
                    findings.add(word.range(), "Protocols are written in lower case: " + wanted)
                            .safeFix("Write " + wanted, edits -> edits.replace(word.range(), wanted));
                }
            }
        });
    }
}
