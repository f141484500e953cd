package dev.varve.cli.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected texts are those of docker's go-units. */
class HumanTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0B, 0B",
        "999, 999B, 999B",
        "1000, 1kB, 1kB",
        "1047, 1.05kB, 1.047kB",
        "53370, 53.4kB, 53.37kB",
        "999999, 1MB, 1MB",
        "3266000, 3.27MB, 3.266MB",
        "1170000000, 1.17GB, 1.17GB",
        "9223372036854775807, 9.22EB, 9.223EB"
    })
    void sizes_are_in_powers_of_1000(long bytes, String three, String four) {
        assertThat(HumanSize.of(bytes)).isEqualTo(three);
        assertThat(HumanSize.precise(bytes)).isEqualTo(four);
    }

    @ParameterizedTest
    @CsvSource({
        "PT-5S, Less than a second",
        "PT0.9S, Less than a second",
        "PT1S, 1 second",
        "PT59S, 59 seconds",
        "PT60S, About a minute",
        "PT119S, About a minute",
        "PT120S, 2 minutes",
        "PT59M59S, 59 minutes",
        "PT60M, About an hour",
        "PT1H29M, About an hour",
        "PT1H30M, 2 hours",
        "PT47H, 47 hours",
        "PT48H, 2 days",
        "P13D, 13 days",
        "P14D, 2 weeks",
        "P59D, 8 weeks",
        "P60D, 2 months",
        "P729D, 24 months",
        "P730D, 2 years"
    })
    void durations_are_rough(Duration duration, String text) {
        assertThat(HumanTime.duration(duration)).isEqualTo(text);
    }

    @Test
    void a_time_that_is_not_known_is_said_to_be_so() {
        assertThat(HumanTime.ago(Optional.empty(), Instant.now())).isEqualTo("N/A");
        assertThat(HumanTime.absolute(Optional.empty())).isEqualTo("N/A");
    }
}
