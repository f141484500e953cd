package dev.varve.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.varve.image.Descriptor;
import dev.varve.image.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real registry that wants a token from another server. */
class TokenTest extends RegistryFixture {
    private TokenServer tokens;
    private RegistryServer server;
    private Descriptor image;

    @BeforeEach
    void startServers() throws Exception {
        tokens = TokenServer.start(TestCertificate.make(folder.resolve("keys"), "ip:127.0.0.1"));
        server = RegistryServer.start(folder.resolve("server"), tokens.registrySection(), List.of());
        image = TestImage.in(store.blobs())
                .gzipped(TestImage.archive("one"))
                .gzipped(TestImage.archive("two"))
                .gzipped(TestImage.archive("three"))
                .manifest();
    }

    @AfterEach
    void stopServers() {
        if (server != null) {
            server.close();
        }
        tokens.close();
    }

    private ImageReference name(String path) {
        return ImageReference.parse(server.host() + "/" + path);
    }

    private Descriptor push(ImageReference name) throws IOException {
        return registry.push(name, image, store, Compression.DEFAULT, Progress.NONE);
    }

    private void identity(String token) throws IOException {
        Path config = folder.resolve(".docker/config.json");
        Files.createDirectories(config.getParent());
        Files.writeString(config, "{\"auths\": {\"" + server.host() + "\": {\"identitytoken\": \"" + token + "\"}}}");
    }

    @Test
    void a_token_is_asked_for_once_and_used_for_everything() throws IOException {
        registry.login(server.host(), RegistryServer.USER, RegistryServer.PASSWORD);
        int before = tokens.asked().size();

        push(name("team/app:1"));

        assertThat(tokens.asked().subList(before, tokens.asked().size()))
                .containsExactly("service=registry.test&scope=repository%3Ateam%2Fapp%3Apull%2Cpush&account=varve");
    }

    @Test
    void a_pull_asks_for_no_more_than_it_needs() throws IOException {
        registry.login(server.host(), RegistryServer.USER, RegistryServer.PASSWORD);
        push(name("team/app:1"));
        int before = tokens.asked().size();

        pull(name("team/app:1"));

        assertThat(tokens.asked().subList(before, tokens.asked().size()))
                .containsExactly("service=registry.test&scope=repository%3Ateam%2Fapp%3Apull&account=varve");
    }

    @Test
    void a_token_that_is_no_good_any_more_is_replaced() throws IOException {
        registry.login(server.host(), RegistryServer.USER, RegistryServer.PASSWORD);
        tokens.setLifetime(-120);
        assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> push(name("team/app:1")));
        tokens.setLifetime(300);

        push(name("team/app:1"));

        assertThat(registry.resolve(name("team/app:1"))).isPresent();
    }

    @Test
    void an_identity_token_is_changed_for_tokens() throws IOException {
        identity(TokenServer.IDENTITY_TOKEN);

        push(name("team/app:1"));

        assertThat(tokens.asked()).allMatch(form -> form.startsWith("grant_type=refresh_token&service=registry.test"));
        assertThat(registry.resolve(name("team/app:1"))).isPresent();
    }

    @Test
    void an_identity_token_that_is_not_known_is_refused() throws IOException {
        identity("stolen");

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> push(name("team/app:1")))
                .withMessageContaining("does not take the user name and password that are kept for it")
                .withMessageContaining("incorrect username or password")
                .withMessageNotContaining("stolen");
    }

    @Test
    void a_login_asks_the_token_service() {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> registry.login(server.host(), RegistryServer.USER, "wrong"))
                .withMessageContaining("incorrect username or password");
    }

    @Test
    void a_layer_is_taken_over_from_another_repository_with_a_token_for_both() throws IOException {
        registry.login(server.host(), RegistryServer.USER, RegistryServer.PASSWORD);
        store.images().tag(name("team/app:1"), image);
        store.images().pushed(name("team/app:1"), push(name("team/app:1")).digest());
        Heard heard = new Heard();

        registry.push(name("team/copy:1"), image, store, Compression.DEFAULT, heard);

        assertThat(tokens.asked())
                .contains("service=registry.test&scope=repository%3Ateam%2Fcopy%3Apull%2Cpush"
                        + "&scope=repository%3Ateam%2Fapp%3Apull&account=varve");
        assertThat(heard.present).hasSize(3);
    }
}
