package dev.varve.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class MetadataTestsTest {
    private TestImage image;

    @BeforeAll
    void build(@TempDir Path folder) throws Exception {
        image = TestImage.in(folder);
    }

    @AfterAll
    void close() throws IOException {
        image.close();
    }

    @Test
    void a_configuration_as_expected_passes() throws Exception {
        assertThat(image.failures("""
                        metadataTest:
                          envVars:
                            - {key: TARGET, value: blog.example.org}
                            - {key: PATH, value: /bi, isRegex: true}
                            - {key: EMPTY, value: ''}
                          unboundEnvVars: [{key: METHOD}]
                          labels: [{key: version, value: '^v1\\.\\d+\\.\\d+$', isRegex: true}]
                          exposedPorts: ["80", "443", "53"]
                          unexposedPorts: ["8080"]
                          volumes: [/cache]
                          unmountedVolumes: [/data]
                          entrypoint: [/bin/echo, entry]
                          cmd: [one, two]
                          workdir: /data
                          user: user
                        """)).isEmpty();
    }

    @Test
    void each_difference_is_told() throws Exception {
        assertThat(image.failures("""
                        metadataTest:
                          envVars:
                            - {key: TARGET, value: blog}
                            - {key: METHOD, value: .*, isRegex: true}
                          unboundEnvVars: [{key: PATH}]
                          labels: [{key: version, value: ^1, isRegex: true}]
                          exposedPorts: ["80/tcp"]
                          unexposedPorts: ["80"]
                          volumes: [/cache/]
                          unmountedVolumes: [/cache]
                          entrypoint: []
                          cmd: [one]
                          workdir: /
                          user: root
                        """))
                .containsExactly(
                        "expected the variable TARGET to be 'blog', found 'blog.example.org'",
                        "expected the variable METHOD to match '.*', found none",
                        "expected no variable PATH, which the image has",
                        "expected the label version to match '^1', found 'v1.2.3'",
                        "expected the command [one], found [one, two]",
                        "expected the entrypoint [], found [/bin/echo, entry]",
                        "expected the working directory '/', found '/data'",
                        "expected the user 'root', found 'user'",
                        "expected the port 80/tcp, found [443, 53, 80]",
                        "expected no port 80, which the image has",
                        "expected the volume /cache/, found [/cache]",
                        "expected no volume /cache, which the image has");
    }

    @Test
    void variables_of_the_file_are_not_the_images() throws Exception {
        assertThat(image.failures("""
                        globalEnvVars: [{key: METHOD, value: HEAD}]
                        metadataTest: {unboundEnvVars: [{key: METHOD}]}
                        """)).isEmpty();
    }
}
