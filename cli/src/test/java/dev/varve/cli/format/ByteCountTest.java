package dev.varve.cli.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteCountTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "100, 100",
        "1k, 1024",
        "512m, 536870912",
        "1.5G, 1610612736",
        "2 KiB, 2048",
        "3b, 3",
        "1TB, 1099511627776"
    })
    void units_are_powers_of_1024_as_docker_reads_them(String text, long bytes) {
        assertThat(ByteCount.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "big", "-1", "1x", "1e3", "k", "99999999999999999999", "9000000p"})
    void what_is_no_number_of_bytes_is_refused(String text) {
        assertThatThrownBy(() -> ByteCount.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected a number of bytes");
    }
}
