package dev.varve.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "linux/amd64, linux/amd64",
        "linux/x86_64, linux/amd64",
        "LINUX/AMD64, linux/amd64",
        "linux/arm64/v8, linux/arm64",
        "linux/aarch64, linux/arm64",
        "linux/arm, linux/arm/v7",
        "linux/arm/6, linux/arm/v6",
        "linux/armhf, linux/arm/v7",
        "macos/arm64, darwin/arm64",
        "arm64, linux/arm64",
        "s390x, linux/s390x"
    })
    void has_one_name(String text, String name) {
        assertThat(Platform.parse(text)).hasToString(name);
        assertThat(Platform.parse(name)).isEqualTo(Platform.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "linux/", "/amd64", "linux/arm/v7/x", "linux amd64"})
    void refuses_what_is_none_and_says_what_one_is(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Platform.parse(text))
                .withMessageContaining("expected os/architecture[/variant]");
    }
}
