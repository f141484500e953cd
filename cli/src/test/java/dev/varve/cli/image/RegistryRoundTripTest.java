package dev.varve.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.Shell;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryRoundTripTest {
    @TempDir
    Path folder;

    @Test
    void an_image_is_pushed_and_pulled() throws Exception {
        try (RealRegistry registry = RealRegistry.start(folder.resolve("server"), false)) {
            Shell shell = new Shell(folder);
            String name = registry.host() + "/team/web";
            String id = ImageFixture.build(shell, folder, "FROM scratch\nCOPY small /\nCOPY large /\n", name + ":1");
            shell.run("tag", name + ":1", name + ":2");

            Shell.Result pushed = shell.run("push", name + ":1");
            assertThat(pushed.err()).isEmpty();
            assertThat(pushed.lines().get(0)).isEqualTo("The push refers to repository [" + name + "]");
            assertThat(pushed.lines().subList(1, 3)).allMatch(line -> line.matches("[0-9a-f]{12}: Push complete"));
            assertThat(pushed.lines().get(3)).matches("1: digest: sha256:[0-9a-f]{64} size: [0-9]+");
            String digest = pushed.lines().get(3).substring(11, 82);
            assertThat(shell.run("push", "-q", "--all-tags", name).lines()).containsExactly(name + ":latest");
            assertThat(shell.run("images", "--digests", "--format", "{{.Tag}} {{.Digest}}")
                            .lines())
                    .containsExactly("1 " + digest, "2 " + digest);

            Shell other = new Shell(folder.resolve("other"));
            Shell.Result pulled = other.run("pull", name + ":1");
            assertThat(pulled.err()).isEmpty();
            assertThat(pulled.lines().get(0)).isEqualTo("1: Pulling from team/web");
            assertThat(pulled.lines().subList(1, 3)).allMatch(line -> line.matches("[0-9a-f]{12}: Pull complete"));
            assertThat(pulled.lines().subList(3, 6))
                    .containsExactly(
                            "Digest: " + digest, "Status: Downloaded newer image for " + name + ":1", name + ":1");
            assertThat(other.run("images", "-q", "--no-trunc").out()).isEqualTo(id + "\n");
            assertThat(other.run("pull", name + ":1").out())
                    .contains("Status: Image is up to date for " + name + ":1\n");
            assertThat(other.run("pull", "-q", name + "@" + digest).out()).isEqualTo(name + "@" + digest + "\n");

            Shell.Result missing = other.run("pull", name + ":nosuch");
            assertThat(missing.code()).isEqualTo(1);
            assertThat(missing.err())
                    .startsWith("varve: ")
                    .contains(name + ":nosuch")
                    .hasLineCount(1);
        }
    }

    @Test
    void a_registry_that_asks_for_a_password_is_logged_in_to() throws Exception {
        try (RealRegistry registry = RealRegistry.start(folder.resolve("server"), true)) {
            Shell shell = new Shell(folder);
            String name = registry.host() + "/web";
            ImageFixture.build(shell, folder, "FROM scratch\nCOPY small /\n", name);
            assertThat(shell.run("push", name).code()).isEqualTo(1);

            shell.input("wrong\n".getBytes(StandardCharsets.UTF_8));
            Shell.Result refused = shell.run("login", "-u", RealRegistry.USER, "--password-stdin", registry.host());
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).startsWith("varve: ").hasLineCount(1).doesNotContain("wrong");

            shell.input((RealRegistry.PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
            Shell.Result login = shell.run("login", "-u", RealRegistry.USER, "--password-stdin", registry.host());
            assertThat(login.out()).isEqualTo("Login Succeeded\n");
            assertThat(login.err()).contains("is kept unencrypted in ").doesNotContain(RealRegistry.PASSWORD);
            assertThat(shell.run("push", "-q", name).code()).isZero();

            assertThat(shell.run("logout", registry.host()).out())
                    .isEqualTo("Removing login credentials for " + registry.host() + "\n");
            assertThat(shell.run("push", "-q", name).code()).isEqualTo(1);
            assertThat(shell.run("logout", registry.host()).out())
                    .isEqualTo("Not logged in to " + registry.host() + "\n");
        }
    }

    @Test
    void a_login_without_what_it_needs_is_refused() {
        Shell shell = new Shell(folder);
        assertThat(shell.run("login", "localhost:1").err())
                .isEqualTo("varve: there is no terminal to ask for the user name at; give it with --username\n");
        assertThat(shell.run("login", "-u", "me", "localhost:1").err())
                .isEqualTo("varve: there is no terminal to ask for the password at; give it with --password-stdin\n");
        assertThat(shell.run("login", "-u", "me", "--password-stdin", "localhost:1")
                        .err())
                .isEqualTo("varve: the password is empty\n");
        assertThat(shell.run("login", "--password-stdin", "localhost:1").err())
                .isEqualTo("varve: --password-stdin takes the password only; give the user name with --username\n");
    }
}
