package dev.varve.lint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dockerfile.MappedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of a script, wherever they are. */
class CommandTest {
    @Test
    void at_any_depth() {
        String script =
                "a $(b \"${x:-`c`}\") && { d; } | (e) ; if f; then g; fi; h() { i; }; case $(j) in x) k;; esac; L=$(m) > $(n)";

        assertThat(names(script)).containsExactly("a", "b", "c", "d", "e", "f", "g", "i", "j", "k", "m", "n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "make all",
                "/usr/bin/make all",
                "sudo -u app --group=x -E make all",
                "env -i A=b make all",
                "A=b exec make all",
                "time -p make all",
                "nice -n 5 ionice -c 3 make all",
                "timeout -k 5 10s make all",
                "xargs -0 -n1 make all",
                "gosu app make all",
                "command make all",
                "nohup make all > x",
                "chroot /mnt make all",
                "tini -- make all",
            })
    void behind_wrappers(String script) {
        Command command = parse(script).commands().get(0);

        assertThat(command.name()).isEqualTo("make");
        assertThat(command.texts()).containsExactly("all");
        assertThat(script.substring(command.range().start(), command.range().end()))
                .endsWith("make all");
    }

    @Test
    void a_wrapper_is_known() {
        String script = "sudo -u app nice make";
        Command command = parse(script).commands().get(0);

        assertThat(command.wrappers())
                .map(w -> w.name() + "|"
                        + script.substring(w.range().start(), w.range().end()) + "|")
                .containsExactly("sudo|sudo -u app |", "nice|nice |");
        assertThat(command.isWrappedIn("sudo")).isTrue();
        assertThat(names("sudo -i")).containsExactly("sudo");
        assertThat(names("command -v make")).containsExactly("command");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh -c 'a; b'",
                "bash -exc \"a && b\"",
                "bash -eo pipefail -c 'a | b'",
                "su - app -c 'a; b'",
                "eval 'a;' b",
                "bash <<E\na\nb\nE\n",
                "sudo sh -s <<'E'\na\nb\nE\n",
                "bash <<< 'a; b'",
                "sh -c \"sh -c 'a; b'\"",
            })
    void in_strings_that_are_scripts(String script) {
        List<Command> commands = parse(script).commands();
        List<Command> inner = commands.subList(commands.size() - 2, commands.size());

        assertThat(inner).map(Command::name).containsExactly("a", "b");
        assertThat(inner)
                .allMatch(c ->
                        script.substring(c.range().start(), c.range().end()).equals(c.name()));
    }

    @Test
    void flags_and_operands() {
        Command command = parse("tar -xzf a.tgz --strip=1 -C /x --exclude y b -- -c")
                .commands()
                .get(0);

        assertThat(command.hasFlag("z")).isTrue();
        assertThat(command.hasFlag("strip", "nothing")).isTrue();
        assertThat(command.hasFlag("c", "exclud")).isFalse();
        assertThat(command.values("f", "file")).map(ShellWord::text).containsExactly("a.tgz");
        assertThat(command.values("strip")).map(ShellWord::text).containsExactly("1");
        assertThat(command.operands("f", "C", "exclude")).map(ShellWord::text).containsExactly("b", "-c");
        assertThat(parse("apt-get -qqy").commands().get(0).count("q")).isEqualTo(2);
        assertThat(parse("g -O2").commands().get(0).values("O"))
                .map(ShellWord::text)
                .containsExactly("2");
    }

    @Test
    void a_name_that_is_not_known_stays_as_written() {
        assertThat(names("$CC x; ${bin}/make y")).containsExactly("$CC", "${bin}/make");
        assertThat(parse("a \"$x\" y").commands().get(0).arguments())
                .map(ShellWord::isLiteral)
                .containsExactly(false, true);
    }

    @Test
    void the_place_among_the_others() {
        List<Command> commands = parse("a && b | c || d; e; (f)").commands();

        assertThat(commands)
                .map(c -> c.name()
                        + c.place().link()
                        + (c.place().isPipedOn() ? ">" : "")
                        + (c.place().isPipedInto() ? "<" : "")
                        + (c.place().conditional() ? "?" : "")
                        + (c.place().isAlone() ? "!" : ""))
                .containsExactly("a0", "b1>", "c1<", "d2?", "e0!", "f0");
    }

    @Test
    void strings_in_strings_end_somewhere() {
        String script = "eval ".repeat(1000) + "a";
        assertThat(parse(script).commands()).hasSizeLessThan(20);
    }

    private static List<String> names(String script) {
        return parse(script).commands().stream().map(Command::name).toList();
    }

    private static Script parse(String script) {
        return Script.parse(
                ShellKind.BASH, new MappedText.Builder(0).append(script, 0).build());
    }
}
