package dev.varve.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where things are. Each is written as {@code what line:column-line:column |the chars there|}; the end is exclusive. */
class RangeTest {
    @Test
    void flags_and_arguments() {
        Dockerfile file = Dockerfile.parse("f", """
                FROM --platform=linux/amd64 alpine AS build
                  COPY  --from=build --exclude="a b" --link x  "y z" /d\s\s
                """);

        assertThat(nodes(file))
                .containsExactly(
                        "FROM 1:1-1:44 |FROM --platform=linux/amd64 alpine AS build|",
                        "keyword 1:1-1:5 |FROM|",
                        "flag platform 1:6-1:28 |--platform=linux/amd64|",
                        "value linux/amd64 1:17-1:28 |linux/amd64|",
                        "arg alpine 1:29-1:35 |alpine|",
                        "arg AS 1:36-1:38 |AS|",
                        "arg build 1:39-1:44 |build|",
                        "COPY 2:3-2:56 |COPY  --from=build --exclude=\"a b\" --link x  \"y z\" /d|",
                        "keyword 2:3-2:7 |COPY|",
                        "flag from 2:9-2:21 |--from=build|",
                        "value build 2:16-2:21 |build|",
                        "flag exclude 2:22-2:37 |--exclude=\"a b\"|",
                        "value a b 2:32-2:37 |\"a b\"|",
                        "flag link 2:38-2:44 |--link|",
                        "arg x 2:45-2:46 |x|",
                        "arg \"y 2:48-2:50 |\"y|",
                        "arg z\" 2:51-2:53 |z\"|",
                        "arg /d 2:54-2:56 |/d|");
    }

    @Test
    void continuation_lines_and_their_comments() {
        Dockerfile file = Dockerfile.parse("f", """
                # about it
                #   all
                RUN --mount=type=cache,\\
                target=/x a \\
                    # inner

                  && b\\
                c
                """);

        assertThat(nodes(file))
                .containsExactly(
                        "RUN 3:1-8:2 |RUN --mount=type=cache,\\\ntarget=/x a \\\n    # inner\n\n  && b\\\nc|",
                        "comment about it 1:1-1:11 |# about it|",
                        "comment all 2:1-2:8 |#   all|",
                        "inner comment inner 5:5-5:12 |# inner|",
                        "keyword 3:1-3:4 |RUN|",
                        "flag mount 3:5-4:10 |--mount=type=cache,\\\ntarget=/x|",
                        "value type=cache,target=/x 3:13-4:10 |type=cache,\\\ntarget=/x|",
                        "arg a   && bc 4:11-8:2 |a \\\n    # inner\n\n  && b\\\nc|");
        Instruction run = file.instructions().get(0);
        assertThat(run.line()).isEqualTo(3);
        assertThat(run.endLine()).isEqualTo(8);
    }

    @Test
    void heredocs() {
        Dockerfile file = Dockerfile.parse("f", """
                COPY <<a.txt <<-"b" /d/
                one
                 two
                a.txt
                \tthree
                \tb
                CMD x
                """);

        assertThat(nodes(file))
                .startsWith(
                        "COPY 1:1-6:3 |COPY <<a.txt <<-\"b\" /d/\none\n two\na.txt\n\tthree\n\tb|",
                        "keyword 1:1-1:5 |COPY|",
                        "arg <<a.txt 1:6-1:13 |<<a.txt|",
                        "arg <<-\"b\" 1:14-1:20 |<<-\"b\"|",
                        "arg /d/ 1:21-1:24 |/d/|",
                        "opener a.txt 1:6-1:13 |<<a.txt|",
                        "body 2:1-4:1 |one\n two\n|",
                        "terminator 4:1-4:6 |a.txt|",
                        "opener b 1:14-1:20 |<<-\"b\"|",
                        "body 5:1-6:1 |\tthree\n|",
                        "terminator 6:2-6:3 |b|",
                        "CMD 7:1-7:6 |CMD x|");
        assertThat(file.instructions().get(0).syntax().heredocs())
                .map(Heredoc::text)
                .containsExactly("one\n two\n", "three\n");
    }

    @Test
    void a_heredoc_without_end_has_an_empty_terminator_where_the_file_ends() {
        Dockerfile file = Dockerfile.parse("f", "RUN <<A\nx");

        assertThat(nodes(file)).endsWith("opener A 1:5-1:8 |<<A|", "body 2:1-2:2 |x|", "terminator 2:2-2:2 ||");
    }

    @Test
    void an_escaped_space_at_the_end_of_the_line_belongs_to_the_opener() {
        Dockerfile file = Dockerfile.parse("f", "# escape=`\nRUN <<A\\ \t\n");

        assertThat(nodes(file)).startsWith("RUN 2:1-2:10 |RUN <<A\\ |").contains("opener A  2:5-2:10 |<<A\\ |");
    }

    @Test
    void assignments() {
        Dockerfile file = Dockerfile.parse("f", "ENV A=1 \"B C\"='x y'\nENV D  e f\nARG G=h I\n");

        assertThat(nodes(file))
                .containsExactly(
                        "ENV 1:1-1:20 |ENV A=1 \"B C\"='x y'|",
                        "keyword 1:1-1:4 |ENV|",
                        "arg A 1:5-1:6 |A|",
                        "arg 1 1:7-1:8 |1|",
                        "arg = 1:6-1:7 |=|",
                        "arg \"B C\" 1:9-1:14 |\"B C\"|",
                        "arg 'x y' 1:15-1:20 |'x y'|",
                        "arg = 1:14-1:15 |=|",
                        "ENV 2:1-2:11 |ENV D  e f|",
                        "keyword 2:1-2:4 |ENV|",
                        "arg D 2:5-2:6 |D|",
                        "arg e f 2:8-2:11 |e f|",
                        "arg  2:6-2:6 ||",
                        "ARG 3:1-3:10 |ARG G=h I|",
                        "keyword 3:1-3:4 |ARG|",
                        "arg G=h 3:5-3:8 |G=h|",
                        "arg I 3:9-3:10 |I|");
        ArgDeclaration declared =
                ((Arg) file.instructions().get(2)).declarations().get(0);
        assertThat(file.text(declared.range())).isEqualTo("G=h");
        assertThat(declared.defaultValue()).isEqualTo(new Word("h", new SourceRange(37, 38)));
    }

    @Test
    void json_strings_with_their_quotes() {
        Dockerfile file = Dockerfile.parse("f", "RUN [ \"a\\tb\",\\\n  \"c\" ]\nHEALTHCHECK CMD [\"d\"]\n");

        assertThat(nodes(file))
                .containsExactly(
                        "RUN 1:1-2:8 |RUN [ \"a\\tb\",\\\n  \"c\" ]|",
                        "keyword 1:1-1:4 |RUN|",
                        "arg a\tb 1:7-1:13 |\"a\\tb\"|",
                        "arg c 2:3-2:6 |\"c\"|",
                        "HEALTHCHECK 3:1-3:22 |HEALTHCHECK CMD [\"d\"]|",
                        "keyword 3:1-3:12 |HEALTHCHECK|",
                        "arg CMD 3:13-3:16 |CMD|",
                        "arg d 3:18-3:21 |\"d\"|");
    }

    @Test
    void a_trigger_inside_its_onbuild() {
        Dockerfile file = Dockerfile.parse("f", "FROM a\nONBUILD \\\n  COPY --from=x a b\n");
        OnBuild onBuild = (OnBuild) file.instructions().get(1);
        Syntax trigger = onBuild.trigger().syntax();

        assertThat(describe(file, "", onBuild.range())).isEqualTo(" 2:1-3:20 |ONBUILD \\\n  COPY --from=x a b|");
        assertThat(describe(file, "", trigger.range())).isEqualTo(" 3:3-3:20 |COPY --from=x a b|");
        assertThat(trigger.line()).isEqualTo(3);
        assertThat(trigger.flag("from"))
                .isNotNull()
                .satisfies(flag -> assertThat(file.text(flag.range())).isEqualTo("--from=x"));
        assertThat(trigger.flag("chown")).isNull();
    }

    @Test
    void directives_and_comments() {
        Dockerfile file = Dockerfile.parse("f", "#syntax=a\n# escape = ` \n  #  one  \nFROM x\n#\n");

        assertThat(file.directives())
                .map(d -> describe(file, d.name() + "=" + d.value(), d.range()))
                .containsExactly("syntax=a 1:1-1:10 |#syntax=a|", "escape=` 2:1-2:14 |# escape = ` |");
        assertThat(file.comments())
                .map(c -> describe(file, c.text(), c.range()))
                .containsExactly("one 3:3-3:11 |#  one  |", " 5:1-5:2 |#|");
        assertThat(file.comments()).map(Comment::line).containsExactly(3, 5);
    }

    @Test
    void comments_belong_to_what_follows_without_a_blank_line() {
        Dockerfile file = Dockerfile.parse("f", "# free\n\n# one\n# two\nFROM a\n# three\n\nRUN b\n#four\nRUN c");

        assertThat(file.instructions())
                .map(i -> i.syntax().comments().stream().map(Comment::text).toList())
                .containsExactly(List.of("one", "two"), List.of(), List.of("four"));
        assertThat(file.comments()).hasSize(5);
    }

    @Test
    void pieces_are_whole_lines() {
        Dockerfile file = Dockerfile.parse("f", "# escape=`\n# c\n\nFROM a `\n\n# d\n b\nCOPY <<E /\nx\nE\n");

        assertThat(file.pieces())
                .map(piece -> describe(file, piece.kind().name(), piece.range()))
                .containsExactly(
                        "DIRECTIVE 1:1-2:1 |# escape=`\n|",
                        "COMMENT 2:1-3:1 |# c\n|",
                        "BLANK 3:1-4:1 |\n|",
                        "INSTRUCTION 4:1-8:1 |FROM a `\n\n# d\n b\n|",
                        "INSTRUCTION 8:1-11:1 |COPY <<E /\nx\nE\n|");
    }

    @Test
    void a_byte_order_mark_takes_no_column() {
        Dockerfile file = Dockerfile.parse("f", "\uFEFFFROM a\nRUN b");

        assertThat(file.instructions())
                .map(i -> describe(file, i.name(), i.range()))
                .containsExactly("FROM 1:1-1:7 |FROM a|", "RUN 2:1-2:6 |RUN b|");
        assertThat(file.position(0)).isEqualTo(new Position(1, 1));
        assertThat(file.position(1)).isEqualTo(new Position(1, 1));
    }

    @Test
    void line_endings_are_outside() {
        Dockerfile file = Dockerfile.parse("f", "FROM a\r\n# c\r\nRUN b \\\r\n  c \r\n");

        assertThat(nodes(file))
                .containsExactly(
                        "FROM 1:1-1:7 |FROM a|",
                        "keyword 1:1-1:5 |FROM|",
                        "arg a 1:6-1:7 |a|",
                        "RUN 3:1-4:4 |RUN b \\\r\n  c|",
                        "comment c 2:1-2:4 |# c|",
                        "keyword 3:1-3:4 |RUN|",
                        "arg b   c 3:5-4:4 |b \\\r\n  c|");
    }

    @Test
    void a_range_is_half_open() {
        SourceRange range = new SourceRange(2, 4);
        assertThat(range.length()).isEqualTo(2);
        assertThat(range.isEmpty()).isFalse();
        assertThat(Stream.of(1, 2, 3, 4).filter(range::contains)).containsExactly(2, 3);
        assertThat(range.overlaps(new SourceRange(3, 9))).isTrue();
        assertThat(range.overlaps(new SourceRange(4, 9))).isFalse();
        assertThat(range.overlaps(new SourceRange(0, 2))).isFalse();
        assertThat(new SourceRange(3, 3).isEmpty()).isTrue();
        assertThatThrownBy(() -> new SourceRange(4, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SourceRange(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void positions_are_those_of_the_file_only() {
        Dockerfile file = Dockerfile.parse("f", "FROM a\n");
        assertThat(file.position(7)).isEqualTo(new Position(2, 1));
        assertThatThrownBy(() -> file.position(8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> file.position(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static List<String> nodes(Dockerfile file) {
        return file.instructions().stream().flatMap(i -> nodes(file, i)).toList();
    }

    private static Stream<String> nodes(Dockerfile file, Instruction instruction) {
        Syntax syntax = instruction.syntax();
        Stream.Builder<String> out = Stream.builder();
        out.add(describe(file, syntax.name(), syntax.range()));
        syntax.comments().forEach(c -> out.add(describe(file, "comment " + c.text(), c.range())));
        syntax.innerComments().forEach(c -> out.add(describe(file, "inner comment " + c.text(), c.range())));
        out.add(describe(file, "keyword", syntax.keyword().range()));
        for (Flag flag : syntax.flags()) {
            out.add(describe(file, "flag " + flag.name(), flag.range()));
            Word value = flag.value();
            if (value != null) {
                out.add(describe(file, "value " + value.text(), value.range()));
            }
        }
        syntax.args().forEach(arg -> out.add(describe(file, "arg " + arg.text(), arg.range())));
        for (Heredoc heredoc : syntax.heredocs()) {
            out.add(describe(file, "opener " + heredoc.name(), heredoc.opener()));
            out.add(describe(file, "body", heredoc.body()));
            out.add(describe(file, "terminator", heredoc.terminator()));
        }
        return out.build();
    }

    private static String describe(Dockerfile file, String what, SourceRange range) {
        return what + " " + file.position(range.start()) + "-" + file.position(range.end()) + " |" + file.text(range)
                + "|";
    }
}
