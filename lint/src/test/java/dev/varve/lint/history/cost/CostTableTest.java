package dev.varve.lint.history.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a RUN costs where nobody has measured it: the sum of its commands. */
class CostTableTest {
    @ParameterizedTest
    @CsvSource({
        "apt-get update && apt-get install -y curl, 25",
        "cargo install --locked monolith, 120",
        "go install ./..., 42",
        "set -eux; CGO_ENABLED=0 go build -o /app ., 42",
        "yarn, 40",
        "yarn workspaces focus --production web, 40",
        "yarn cache clean, 1",
        "cargo chef prepare, 1",
        "if [ -n \"$R\" ]; then cargo build --release; else cargo build; fi, 120",
        "if [ -n \"$R\" ]; then npm ci; fi && npm run build, 100",
        "true, 1"
    })
    void a_command_costs_what_its_kind_does(String script, double seconds) {
        assertThat(CostTable.seconds(new Work(script, List.of(), ""))).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "npm ci, /root/.npm, 40",
        "pip install -r requirements.txt, /root/.cache/pip, 30",
        "go build ./..., /go/pkg/mod /root/.cache/go-build, 30",
        "cargo build, /src/target, 120"
    })
    void a_kept_cache_leaves_less_of_it(String script, String kept, double without) {
        assertThat(CostTable.seconds(new Work(script, List.of(kept.split(" ")), "")))
                .isLessThan(without);
        assertThat(CostTable.seconds(new Work(script, List.of("/somewhere"), "")))
                .isGreaterThanOrEqualTo(without);
    }

    @Test
    void go_downloads_its_modules_once() {
        assertThat(CostTable.seconds(new Work("go build ./...", List.of(), "go mod download")))
                .isEqualTo(30);
        assertThat(CostTable.seconds(new Work("go build ./a && go build ./b", List.of(), "")))
                .isEqualTo(72);
    }

    @Test
    void go_compiles_everything_anew_where_it_is_told_to() {
        assertThat(CostTable.seconds(new Work("go build -a .", List.of("/root/.cache/go-build"), "go mod download")))
                .isEqualTo(30);
    }

    @Test
    void cargo_has_less_to_do_where_the_dependencies_were_cooked() {
        assertThat(CostTable.seconds(new Work("cargo build", List.of(), "cargo chef cook")))
                .isLessThan(120);
    }
}
