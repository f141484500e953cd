package dev.varve.lint.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a RUN costs where nobody has measured it: the sum of its commands. */
class CostTableTest {
    @ParameterizedTest
    @CsvSource({
        "apt-get update && apt-get install -y curl, 25",
        "cargo install --locked monolith, 120",
        "go install ./..., 30",
        "set -eux; CGO_ENABLED=0 go build -o /app ., 30",
        "yarn, 40",
        "yarn workspaces focus --production web, 40",
        "yarn cache clean, 1",
        "true, 1"
    })
    void a_command_costs_what_its_kind_does(String script, double seconds) {
        assertThat(CostTable.seconds(script)).isEqualTo(seconds);
    }
}
