package dev.varve.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MountTest {
    @Test
    void flags_are_read_as_in_buildkit() {
        SoftAssertions all = new SoftAssertions();
        List<String[]> rows = Fixtures.table("mounts.tsv");
        for (String[] row : rows) {
            all.assertThat(read(row[0]))
                    .as(row[0])
                    .isEqualTo(String.join("\t", Arrays.asList(row).subList(1, row.length)));
        }
        all.assertAll();
        assertThat(rows).hasSizeGreaterThan(70);
    }

    /** {@code refused} where a build is not even begun, {@code error} where it fails once variables are known. */
    private static String read(String value) {
        String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"");
        if (Dockerfile.parse("f", "FROM a\nRUN --mount=\"" + quoted + "\" x").hasErrors()) {
            return "refused";
        }
        try {
            return cells(Mount.parse(value, MountTest::expand));
        } catch (MountException | ExpansionException e) {
            return "error";
        }
    }

    private static String expand(String word) throws ExpansionException {
        if (word.equals("$BAD")) {
            throw new ExpansionException("bad");
        }
        return word.equals("$V") ? "a,b=c" : word;
    }

    private static String cells(Mount mount) {
        String env = mount.env();
        return Stream.of(
                        lower(mount.type()),
                        quoted(mount.from()),
                        quoted(mount.source()),
                        quoted(mount.target()),
                        mount.readOnly(),
                        quoted(mount.id()),
                        lower(mount.sharing()),
                        mount.required(),
                        mount.size(),
                        number(mount.mode()),
                        number(mount.uid()),
                        number(mount.gid()),
                        env == null ? "-" : quoted(env))
                .map(String::valueOf)
                .collect(Collectors.joining("\t"));
    }

    private static String lower(@Nullable Enum<?> value) {
        return value == null ? "" : value.name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(@Nullable String text) {
        return TreePrinter.quoted(text == null ? "" : text);
    }

    private static String number(@Nullable Long number) {
        return number == null ? "-" : number.toString();
    }

    @Test
    void the_stage_it_comes_from_is_known_before_the_rest() {
        assertThat(Mount.from("type=bind,from=build,target=$X")).isEqualTo("build");
        assertThat(Mount.from("FROM=a,from=b")).isEqualTo("b");
        assertThat(Mount.from("type=cache,target=/x")).isNull();
        assertThat(Mount.from("from=")).isNull();
        assertThat(Mount.from("\"from=a")).isNull();
        assertThat(Mount.from("")).isNull();
    }

    @Test
    void messages_say_what_is_expected() {
        assertMessage("typ=bind", "unknown key \"typ\"; did you mean type?");
        assertMessage(
                "type=bnd", "type expects one of bind, cache, tmpfs, secret, ssh, found \"bnd\"; did you mean bind?");
        assertMessage("type=cache,sharing=x", "sharing expects one of shared, private, locked, found \"x\"");
        assertMessage("target", "\"target\" must be followed by = and a value");
        assertMessage("type=cache,mode=8", "mode expects an octal number, found \"8\"");
        assertMessage("type=tmpfs,size=big", "size expects a size such as 64m, found \"big\"");
        assertMessage("type=secret", "a secret mount needs an id, a source or a target");
    }

    @Test
    void a_size_that_does_not_fit_63_bits_is_refused() {
        assertMessage("type=tmpfs,size=9999999p", "size expects a size such as 64m, found \"9999999p\"");
    }

    private static void assertMessage(String value, String message) {
        assertThatThrownBy(() -> Mount.parse(value, word -> word))
                .isInstanceOf(MountException.class)
                .hasMessage(message);
    }
}
