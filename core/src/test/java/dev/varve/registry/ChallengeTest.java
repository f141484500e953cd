package dev.varve.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChallengeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Basic realm=\"x\" | [Challenge[scheme=basic, parameters={realm=x}]]",
                "BASIC REALM=x | [Challenge[scheme=basic, parameters={realm=x}]]",
                "Bearer realm=\"https://h/t\",service=\"s\",scope=\"repository:a:pull,push\""
                        + " | [Challenge[scheme=bearer, parameters={realm=https://h/t, scope=repository:a:pull,push, service=s}]]",
                "Bearer realm = \"a\\\"b\" , service=s | [Challenge[scheme=bearer, parameters={realm=a\"b, service=s}]]",
                "Negotiate, Basic realm=\"a, b\", Bearer realm=\"c\""
                        + " | [Challenge[scheme=negotiate, parameters={}], Challenge[scheme=basic, parameters={realm=a, b}],"
                        + " Challenge[scheme=bearer, parameters={realm=c}]]",
                "realm=\"x\" | []",
                "Basic realm=\"never closed | [Challenge[scheme=basic, parameters={}]]",
                "\"\" ,,, = | []",
            })
    void is_read_as_servers_write_it(String header, String challenges) {
        assertThat(Challenge.parse(List.of(header))).hasToString(challenges);
    }

    @ParameterizedTest
    @CsvSource({"a, 200000", "' ', 200000", "'Basic ', 50000", "'a=\"\\', 50000", "',', 200000"})
    void takes_no_time_over_a_long_header(String piece, int times) {
        assertThat(Challenge.parse(List.of(piece.repeat(times)))).hasSizeLessThanOrEqualTo(times);
    }
}
