package dev.varve.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.Configuration;
import dev.varve.lint.Fix;
import dev.varve.lint.Linter;
import dev.varve.lint.Rules;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * BuildKit makes the folders on the way to a destination with the owner and the rights that the copy gives, and leaves those alone
 * that are there: where such a copy and another one change places, a folder may become another's.
 */
class FixSafetyTest {
    private static final Linter ORDER = new Linter(
            Rules.of(new ShippedRules().rules()), Configuration.defaults().selecting(List.of("copy-order")));

    @ParameterizedTest
    @CsvSource({
        "COPY src /srv/src;COPY --from=tool:1 /tool /srv/bin/, true",
        "COPY --chown=9 src /srv/src;COPY --chown=9 --from=tool:1 /tool /srv/bin/, true",
        "COPY --chown=9 src /srv/src;COPY --from=tool:1 /tool /srv/bin/, false",
        "COPY --chmod=700 src /srv/src;COPY --from=tool:1 /tool /srv/bin/, false",
        "COPY src /srv/src;COPY --chown=9 lib /srv/lib;COPY --from=tool:1 /tool /srv/bin/, false",
        "COPY src /srv/src;COPY --from=tool:1 /tool /srv/bin/;COPY --chown=9 lib /srv/lib, true"
    })
    void a_copy_passes_those_of_its_owner_and_rights_safely(String instructions, boolean safe) {
        Dockerfile file = Dockerfile.parse("Dockerfile", "FROM debian:12.5\n" + instructions.replace(';', '\n') + "\n");
        assertThat(ORDER.lint(file).findings())
                .flatExtracting(finding -> finding.fixes())
                .extracting(Fix::safe)
                .containsExactly(safe);
    }

    /** What ONBUILD keeps is text of the image's configuration. */
    @ParameterizedTest
    @CsvSource({
        "ADD a /a, add-instead-of-copy, true",
        "ONBUILD ADD a /a, add-instead-of-copy, false",
        "ONBUILD ENV a b, legacy-key-value, false",
        "onbuild COPY a /a, instruction-casing, true"
    })
    void nothing_that_onbuild_keeps_is_changed_safely(String instruction, String rule, boolean safe) {
        Linter linter = new Linter(
                Rules.of(new ShippedRules().rules()), Configuration.defaults().selecting(List.of(rule)));
        Dockerfile file = Dockerfile.parse("Dockerfile", "FROM debian:12.5\n" + instruction + "\nRUN true\n");
        assertThat(linter.lint(file).findings())
                .flatExtracting(finding -> finding.fixes())
                .extracting(Fix::safe)
                .containsExactly(safe);
    }
}
