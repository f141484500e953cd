package dev.varve.junit.assertions;

import static dev.varve.junit.assertions.VarveAssertions.assertThat;
import static dev.varve.junit.assertions.VarveAssertions.assertThatThrownBy;

import dev.varve.junit.Build;
import dev.varve.junit.Image;
import dev.varve.junit.ImageSource;
import dev.varve.junit.VarveExtension;
import dev.varve.junit.rpm.RpmDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is in an image and should not be, or should be. No process is run for it. */
class SecretsAndPackagesTest {
    // not written in one, so that nobody takes this file for a leak
    private static final String TOKEN = "ghp_" + "0123456789abcdefghijABCDEFGHIJ012345";
    private static final String KEY = "-----BEGIN RSA " + "PRIVATE KEY-----\n" + "QUJD".repeat(20) + "\n";

    @RegisterExtension
    static final VarveExtension VARVE = VarveExtension.of(ImageSource.text("FROM scratch\nCOPY . /\n")
            .file("app.js", "console.log('ghp_ is no token, nor is AKIA')")
            .file("var/lib/dpkg/status", """
                    Package: curl
                    Status: install ok installed
                    Version: 8.5.0-2

                    Package: gone
                    Status: deinstall ok config-files
                    Version: 1.0
                    """)
            .file("lib/apk/db/installed", """
                    P:musl
                    V:1.2.5-r0
                    """));

    @Test
    void an_image_without_secrets(Image image) {
        assertThat(image).hasNoSecrets();
    }

    @Test
    void a_secret_is_found_wherever_it_is(Build build) {
        Image image = build.withFile("etc/token", "token=" + TOKEN)
                .withFile("root/.ssh/id_rsa", KEY)
                .withDockerfile("""
                        FROM scratch
                        COPY . /
                        COPY app.js /etc/token
                        ENV TOKEN=%s
                        """.formatted(TOKEN))
                .image();

        assertThatThrownBy(() -> assertThat(image).hasNoSecrets("/var/lib/dpkg/status"))
                .hasMessage("""
                        the Dockerfile in the test
                        expected: no secrets
                        found:    ENV TOKEN: a GitHub token ghp_0123…
                                  the history: a GitHub token ghp_0123…
                                  /etc/token of layer 'COPY . /': a GitHub token ghp_0123…
                                  /root/.ssh/id_rsa of layer 'COPY . /': a private key
                        next:     revoke what was real: who has the image has it, removed in a later layer or not. Keep it \
                        out of the build context with .dockerignore, or give it to a RUN alone with --mount=type=secret""");
    }

    @Test
    void a_secret_across_the_blocks_that_are_read_is_found(Build build) {
        String filler = "x ".repeat((1 << 19) - 10);
        Image image = build.withFile("large", filler + TOKEN + " " + filler).image();

        assertThatThrownBy(() -> assertThat(image).hasNoSecrets()).hasMessageContaining("/large of layer");
        assertThat(image).hasNoSecrets("/large");
    }

    @Test
    void packages_of_dpkg_and_apk(Image image) {
        assertThat(image)
                .hasPackage("curl")
                .hasPackage("curl", "8.5.0-2")
                .hasPackage("musl", "1.2.5-r0")
                .doesNotHavePackage("gone");

        assertThatThrownBy(() -> assertThat(image).hasPackage("curl", "9")).hasMessage("""
                the Dockerfile in the test
                expected: package curl 9
                found:    curl 8.5.0-2""");
        assertThatThrownBy(() -> assertThat(image).doesNotHavePackage("curl")).hasMessage("""
                the Dockerfile in the test
                expected: no package curl
                found:    curl 8.5.0-2
                next:     do not install it in the last stage; with apt-get say --no-install-recommends""");
    }

    @Test
    void packages_of_rpm(Build build) throws IOException {
        Path folder = Files.createDirectories(build.context().resolve("var/lib/rpm"));
        try (InputStream database =
                new GZIPInputStream(Objects.requireNonNull(RpmDatabase.class.getResourceAsStream("rpmdb.sqlite.gz")))) {
            Files.copy(database, folder.resolve("rpmdb.sqlite"));
        }

        assertThat(build.image()).hasPackage("varve-one", "1.2-3").hasPackage("varve-two", "2:1.2-3");
        assertThatThrownBy(() -> assertThat(build.image()).hasPackage("varve-one", "1.3-1"))
                .hasMessageContaining("""
                expected: package varve-one 1.3-1
                found:    varve-one 1.2-3""");
    }

    @Test
    void a_damaged_database_of_rpm_is_not_taken_for_none(Build build) {
        Image image = build.withFile("var/lib/rpm/rpmdb.sqlite", "SQLite? No.").image();

        assertThatThrownBy(() -> assertThat(image).doesNotHavePackage("curl")).hasMessage("""
                the Dockerfile in the test
                expected: no package curl
                found:    a database of packages that cannot be read: /var/lib/rpm/rpmdb.sqlite: a damaged database of rpm
                next:     ask in a container: container.exec("rpm", "-q", …)""");
    }

    @Test
    void an_image_without_a_shell(Image image, Build build) {
        assertThat(image).hasNoShell();

        Image withShell = build.withFile("bin/sh", "").image();
        assertThatThrownBy(() -> assertThat(withShell).hasNoShell()).hasMessage("""
                the Dockerfile in the test
                expected: no shell
                found:    /bin/sh
                next:     copy what the program needs into a last stage FROM scratch, or onto a base image without a shell""");
    }
}
