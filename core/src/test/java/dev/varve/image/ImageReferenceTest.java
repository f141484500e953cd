package dev.varve.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
    private static final String HASH = "428b438e2b7ab3700d01b9dc910e4795413a6253b6d79d008801358209d14a25";

    @ParameterizedTest
    @CsvSource({
        "alpine, docker.io/library/alpine:latest, alpine:latest",
        "alpine:3.20, docker.io/library/alpine:3.20, alpine:3.20",
        "diamol/node, docker.io/diamol/node:latest, diamol/node:latest",
        "index.docker.io/alpine, docker.io/library/alpine:latest, alpine:latest",
        "localhost/a, localhost/a:latest, localhost/a:latest",
        "localhost:5000/a/b:1, localhost:5000/a/b:1, localhost:5000/a/b:1",
        "[::1]:5000/a, [::1]:5000/a:latest, [::1]:5000/a:latest",
        "Upper/a, Upper/a:latest, Upper/a:latest"
    })
    void completes_a_name_and_shortens_it_again(String text, String complete, String familiar) {
        assertThat(ImageReference.parse(text)).hasToString(complete);
        assertThat(ImageReference.parse(text).familiar()).isEqualTo(familiar);
    }

    @ParameterizedTest
    @CsvSource({"alpine@sha256:" + HASH + ",", "alpine:3@sha256:" + HASH + ",3"})
    void a_digest_needs_no_tag(String text, String tag) {
        ImageReference reference = ImageReference.parse(text);

        assertThat(reference.digest()).hasValue(new Digest("sha256", HASH));
        assertThat(reference.tag().orElse(null)).isEqualTo(tag);
        assertThat(reference).hasToString("docker.io/library/" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "ALPINE", "a//b", "a:", "a@", "a@sha256:12", "a@md5:" + HASH, "-a", "a:.b", "/a", "a/"
            })
    void refuses_what_is_no_name(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.parse(text))
                .withMessageContaining("is not a");
    }
}
