package dev.varve.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.varve.image.Descriptor;
import dev.varve.image.ImageReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real registry that wants a user name and a password. */
class LoginTest extends RegistryFixture {
    private static final String BOTH = RegistryServer.USER + ":" + RegistryServer.PASSWORD;
    private static RegistryServer server;

    private Path config;
    private Descriptor image;

    @BeforeAll
    static void startRegistry(@TempDir Path shared) throws IOException {
        server = RegistryServer.startWithPassword(shared);
    }

    @AfterAll
    static void stopRegistry() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void makeImage() throws IOException {
        config = folder.resolve(".docker/config.json");
        image = TestImage.in(store.blobs())
                .gzipped(TestImage.archive("content"))
                .manifest();
    }

    private ImageReference name() {
        return ImageReference.parse(server.host() + "/team/app:1");
    }

    private void push() throws IOException {
        registry.push(name(), image, store, Compression.DEFAULT, Progress.NONE);
    }

    private void config(String json) throws IOException {
        Files.createDirectories(config.getParent());
        Files.writeString(config, json);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A program that is found on the client's path, in its home. */
    private void helper(String name, String script) throws IOException {
        Path program = Files.writeString(folder.resolve("docker-credential-" + name), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    RegistrySettings settings() {
        return super.settings()
                .withEnvironment(
                        java.util.Map.of("HOME", folder.toString(), "PATH", folder + ":" + System.getenv("PATH")));
    }

    private void requireRefusal(String... words) {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(this::push)
                .withMessageStartingWith(name() + ": ")
                .satisfies(e -> assertThat(e.getMessage())
                        .contains(words)
                        .doesNotContain(RegistryServer.PASSWORD, base64(BOTH)));
    }

    @Test
    void nobody_is_let_in_without_a_login() {
        requireRefusal("it is not there or needs a login: varve login " + server.host(), "status 401");
    }

    @Test
    void a_login_lets_one_in() throws IOException {
        assertThat(registry.login(server.host(), RegistryServer.USER, RegistryServer.PASSWORD))
                .contains(config);
        push();

        assertThat(pull(name()).manifest().digest()).isEqualTo(image.digest());
        assertThat(Files.getPosixFilePermissions(config)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(config).hasContent("{\"auths\":{\"" + server.host() + "\":{\"auth\":\"" + base64(BOTH) + "\"}}}");
    }

    @Test
    void a_wrong_password_is_not_kept() {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> registry.login(server.host(), RegistryServer.USER, "wrong"))
                .withMessageStartingWith(server.host() + ": does not take the user name and password")
                .withMessageNotContaining("wrong");
        assertThat(config).doesNotExist();
    }

    @Test
    void a_logout_ends_it() throws IOException {
        registry.login(server.host(), RegistryServer.USER, RegistryServer.PASSWORD);

        assertThat(registry.logout(server.host())).isTrue();
        requireRefusal("needs a login");
        assertThat(registry.logout(server.host())).isFalse();
    }

    @Test
    void a_login_leaves_everything_else_in_the_file() throws IOException {
        config("{\"auths\": {\"other.example\": {\"auth\": \"eDp5\"}}, \"detachKeys\": \"ctrl-e,e\"}");

        registry.login(server.host(), RegistryServer.USER, RegistryServer.PASSWORD);
        registry.logout(server.host());

        assertThat(config)
                .hasContent("{\"auths\":{\"other.example\":{\"auth\":\"eDp5\"}},\"detachKeys\":\"ctrl-e,e\"}");
    }

    @Test
    void a_file_that_is_a_link_stays_one() throws IOException {
        Path real = Files.writeString(folder.resolve("dotfiles.json"), "{}");
        Files.createDirectories(config.getParent());
        Files.createSymbolicLink(config, real);

        registry.login(server.host(), RegistryServer.USER, RegistryServer.PASSWORD);

        assertThat(config).isSymbolicLink();
        assertThat(real).content().contains(server.host());
    }

    @ParameterizedTest
    @CsvSource({"%s", "https://%s", "http://%s/v1/"})
    void a_password_is_found_under_the_names_that_docker_writes(String key) throws IOException {
        config("{\"auths\": {\"" + key.formatted(server.host()) + "\": {\"auth\": \"" + base64(BOTH) + "\"}}}");

        push();

        assertThat(registry.resolve(name())).isPresent();
    }

    @Test
    void a_password_may_stand_there_in_plain() throws IOException {
        config("{\"auths\": {\"%s\": {\"username\": \"%s\", \"password\": \"%s\"}}}"
                .formatted(server.host(), RegistryServer.USER, RegistryServer.PASSWORD));

        push();

        assertThat(registry.resolve(name())).isPresent();
    }

    @Test
    void podmans_file_is_read_too() throws IOException {
        Path file = folder.resolve(".config/containers/auth.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"auths\": {\"" + server.host() + "\": {\"auth\": \"" + base64(BOTH) + "\"}}}");

        push();

        assertThat(registry.resolve(name())).isPresent();
    }

    @Test
    void a_wrong_password_in_the_file_is_refused() throws IOException {
        config("{\"auths\": {\"" + server.host() + "\": {\"auth\": \"" + base64("varve:wrong") + "\"}}}");

        requireRefusal("status 401");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'auths': | no JSON",
                "{'auths': []} | 'auths' is not an object",
                "{'auths': {'%s': {'auth': '%%%'}}} | is not in base64",
                "{'auths': {'%s': {'auth': 'eHl6'}}} | is not a user name and a password",
                "{'credHelpers': {'%s': 7}} | is not a text"
            },
            quoteCharacter = '^')
    void a_file_that_is_damaged_is_named(String json, String words) throws IOException {
        config(json.replace('\'', '"').replace("%s", server.host()));

        requireRefusal(config + " cannot be used: ", words, "mend or remove it");
    }

    @Test
    void a_helper_gives_the_password() throws IOException {
        config("{\"credHelpers\": {\"" + server.host() + "\": \"test\"}}");
        helper("test", """
                read -r registry
                test "$1" = get || exit 1
                test "$registry" = '%s' || exit 1
                echo '{"ServerURL":"x","Username":"%s","Secret":"%s"}'
                """.formatted(server.host(), RegistryServer.USER, RegistryServer.PASSWORD));

        push();

        assertThat(registry.resolve(name())).isPresent();
    }

    @Test
    void a_helper_keeps_and_forgets_the_password() throws IOException {
        config("{\"credsStore\": \"test\"}");
        Path kept = folder.resolve("kept");
        helper("test", """
                case $1 in
                store) cat >'%1$s' ;;
                get) test -e '%1$s' && cat '%1$s' || { echo 'credentials not found in native keychain'; exit 1; } ;;
                erase) rm '%1$s' ;;
                esac
                """.formatted(kept));

        assertThat(registry.login(server.host(), RegistryServer.USER, RegistryServer.PASSWORD))
                .isEmpty();
        push();
        assertThat(kept).content().contains(RegistryServer.PASSWORD);
        assertThat(config).content().doesNotContain(RegistryServer.PASSWORD, base64(BOTH));

        assertThat(registry.logout(server.host())).isTrue();
        assertThat(kept).doesNotExist();
        requireRefusal("needs a login");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo broken keychain; exit 1 | docker-credential-test get fails: broken keychain",
                "echo opensesame | docker-credential-test get prints something else than credentials",
                "yes | docker-credential-test get fails: y y y y",
            })
    void a_helper_that_fails_is_named(String script, String words) throws IOException {
        config("{\"credsStore\": \"test\"}");
        helper("test", script);

        requireRefusal(words);
    }

    @ParameterizedTest
    @CsvSource({
        "nowhere, the credential helper docker-credential-nowhere is not on the PATH",
        "../../evil, which is none"
    })
    void a_helper_that_is_not_there_is_named(String name, String words) throws IOException {
        config("{\"credsStore\": \"" + name + "\"}");

        requireRefusal(words);
    }

    @Test
    void a_helper_is_not_waited_for_forever() throws IOException {
        helper("test", "exec sleep 1000");
        CredentialHelper helper = new CredentialHelper(
                "test",
                java.util.Map.of("PATH", folder + ":" + System.getenv("PATH")),
                java.time.Duration.ofMillis(200));

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> helper.get("registry.example"))
                .withMessageStartingWith("docker-credential-test get does not answer within");
    }
}
