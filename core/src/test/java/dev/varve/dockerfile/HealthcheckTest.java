package dev.varve.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class HealthcheckTest {
    @Test
    void durations_are_read_as_in_go() {
        SoftAssertions all = new SoftAssertions();
        List<String[]> rows = Fixtures.table("durations.tsv");
        for (String[] row : rows) {
            Dockerfile file = Dockerfile.parse("f", "FROM a\nHEALTHCHECK --interval=\"" + row[0] + "\" CMD x");
            String read = file.hasErrors()
                    ? "refused"
                    : String.valueOf(healthcheck(file).interval().toNanos());
            all.assertThat(read).as(row[0]).isEqualTo(row[1]);
        }
        all.assertAll();
        assertThat(rows).hasSizeGreaterThan(30);
    }

    @Test
    void each_flag_has_its_place() {
        Healthcheck check = healthcheck(
                Dockerfile.parse(
                        "f",
                        "FROM a\nHEALTHCHECK --interval=1s --timeout=2s --start-period=3s --start-interval=4s --retries=5 CMD x y"));

        assertThat(check.none()).isFalse();
        assertThat(check.interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(check.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(check.startPeriod()).isEqualTo(Duration.ofSeconds(3));
        assertThat(check.startInterval()).isEqualTo(Duration.ofSeconds(4));
        assertThat(check.retries()).isEqualTo(5);
        assertThat(check.command()).map(Word::text).containsExactly("x y");
    }

    @Test
    void none_takes_nothing() {
        Healthcheck check = healthcheck(Dockerfile.parse("f", "FROM a\nHEALTHCHECK none"));

        assertThat(check.none()).isTrue();
        assertThat(check.command()).isEmpty();
        assertThat(check.interval()).isZero();
    }

    private static Healthcheck healthcheck(Dockerfile file) {
        return (Healthcheck) file.stages().get(0).instructions().get(0);
    }
}
