package dev.varve.rules.config;

import dev.varve.dockerfile.Expose;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;

/** An EXPOSE that names an address or a port of the host. */
public final class ExposedMapping implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("exposed-mapping", Category.CONFIG, Severity.WARNING, "ExposeInvalidFormat");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.all(Expose.class).forEach(expose -> {
            for (Word word : expose.ports()) {
                PortText port = PortText.of(word.text());
                if (!port.published().isEmpty()) {
                    String wanted = port.port() + (port.protocol().isEmpty() ? "" : "/" + port.protocol());
                    findings.add(
                                    word.range(),
                                    "EXPOSE cannot publish a port of the host, so that " + port.published()
                                            + " has no effect; write " + wanted)
                            .safeFix("Write " + wanted, edits -> edits.replace(word.range(), wanted));
                }
            }
        });
    }
}
