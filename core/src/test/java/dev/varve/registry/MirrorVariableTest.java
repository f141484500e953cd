package dev.varve.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mirrors as the environment names them. */
class MirrorVariableTest {
    private static Map<String, List<URI>> mirrors(String value) {
        return RegistrySettings.from(Map.of("VARVE_MIRRORS", value)).mirrors();
    }

    @Test
    void a_registry_may_have_several_in_their_order() {
        assertThat(mirrors(" docker.io=https://a.example/hub  ghcr.io=http://b:5000 docker.io=https://c.example "))
                .isEqualTo(Map.of(
                        "docker.io",
                        List.of(URI.create("https://a.example/hub"), URI.create("https://c.example")),
                        "ghcr.io",
                        List.of(URI.create("http://b:5000"))));
    }

    @Test
    void without_the_variable_there_are_none() {
        assertThat(RegistrySettings.from(Map.of()).mirrors()).isEmpty();
        assertThat(mirrors("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://a.example", "docker.io=a.example", "=https://a", "docker.io=https://", "x=ftp://a"})
    void what_is_no_mirror_is_told_with_what_is_expected(String value) {
        assertThatThrownBy(() -> mirrors(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("VARVE_MIRRORS has '" + value
                        + "'; expected REGISTRY=URL, such as docker.io=https://mirror.example/hub");
    }
}
