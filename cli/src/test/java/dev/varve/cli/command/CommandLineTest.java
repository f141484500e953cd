package dev.varve.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.console.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int cups(String... words) {
        Console console = Console.of(new PrintWriter(out, true), new PrintWriter(err, true), Map.of());
        return new CommandLine(Cups.menu(), "1.2").run(List.of(words), console);
    }

    private String printed(String line) {
        assertThat(cups(line.split(" "))).isZero();
        return out.toString().strip();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pour tea                              | [tea] hot=false milk=false lid=true size=? name=? sugar=[]
            cup pour tea                          | [tea] hot=false milk=false lid=true size=? name=? sugar=[]
            cup fill tea                          | [tea] hot=false milk=false lid=true size=? name=? sugar=[]
            pour -Hm tea                          | [tea] hot=true milk=true lid=true size=? name=? sugar=[]
            pour tea --hot coffee                 | [tea, coffee] hot=true milk=false lid=true size=? name=? sugar=[]
            pour --hot=false --lid=0 tea          | [tea] hot=false milk=false lid=false size=? name=? sugar=[]
            pour -H=f tea                         | [tea] hot=false milk=false lid=true size=? name=? sugar=[]
            pour --name=a=b tea                   | [tea] hot=false milk=false lid=true size=? name=a=b sugar=[]
            pour --name --hot tea                 | [tea] hot=false milk=false lid=true size=? name=--hot sugar=[]
            pour -nAnn tea                        | [tea] hot=false milk=false lid=true size=? name=Ann sugar=[]
            pour -n=Ann tea                       | [tea] hot=false milk=false lid=true size=? name=Ann sugar=[]
            pour -Hn Ann tea                      | [tea] hot=true milk=false lid=true size=? name=Ann sugar=[]
            pour -n Ann --name Bob tea            | [tea] hot=false milk=false lid=true size=? name=Bob sugar=[]
            pour -s 1 --sugar=2 tea               | [tea] hot=false milk=false lid=true size=? name=? sugar=[1, 2]
            pour --size LARGE tea                 | [tea] hot=false milk=false lid=true size=large name=? sugar=[]
            pour - -- -H --what                   | [-, -H, --what] hot=false milk=false lid=true size=? name=? sugar=[]
            """)
    void flags_are_read_as_docker_reads_them(String line, String expected) {
        assertThat(printed(line)).isEqualTo(expected);
    }

    @Test
    void what_follows_the_first_argument_of_a_command_that_runs_another_belongs_to_that() {
        assertThat(cups("use", "--rm", "cup1", "ls", "--rm=false", "-x", "--", "y"))
                .isEqualTo(7);
        assertThat(out.toString().strip()).isEqualTo("[cup1, ls, --rm=false, -x, --, y] rm=true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pour --nmae x tea     | 125 | unknown flag: --nmae; did you mean --name?
            pour --what tea       | 125 | unknown flag: --what
            pour -x tea           | 125 | unknown shorthand flag: 'x' in -x
            pour -Hx tea          | 125 | unknown shorthand flag: 'x' in -Hx
            pour --name           | 125 | flag needs an argument: --name
            pour tea -n           | 125 | flag needs an argument: 'n' in -n
            pour --hot=maybe tea  | 125 | invalid argument "maybe" for "-H, --hot" flag: expected true or false
            pour --size huge tea  | 125 | invalid argument "huge" for "--size" flag: expected one of small, large
            pour -s x tea         | 125 | invalid argument "x" for "-s, --sugar" flag: expected a number
            pour --recycle tea    | 125 | --recycle is a flag of docker that varve does not support: cups are not recycled
            pour -R tea           | 125 | -R is a flag of docker that varve does not support: cups are not recycled
            pour --straw=2 tea    | 125 | --straw is a flag of docker that varve does not support
            pour                  | 1   | 'cups pour' requires at least 1 argument: cups pour [OPTIONS] DRINK [DRINK...]
            cup break a b         | 1   | 'cups cup break' requires 1 argument: cups cup break HOW
            puor                  | 1   | unknown command: cups puor; did you mean pour?
            cup breka             | 1   | unknown command: cups cup breka; did you mean break?
            cup zzz               | 1   | unknown command: cups cup zzz
            --zzz                 | 125 | unknown flag: --zzz
            """)
    void a_wrong_command_line_is_answered_by_one_line_and_where_help_is(String line, int code, String message) {
        assertThat(cups(line.split(" "))).isEqualTo(code);
        List<String> lines = err.toString().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo("varve: " + message);
        assertThat(lines.get(1)).matches("'cups.* --help' shows what there is\\.");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            file      | 1   | varve: saucer: there is no such file or folder
            io        | 1   | varve: the cup is too hot
            unchecked | 1   | varve: the cup is stuck
            failure   | 1   | varve: there is no cup
            stop      | 130 | ''
            bug       | 1   | varve: a mistake in varve itself: java.lang.IllegalStateException: no hands
            """)
    void a_failure_is_told_in_one_line(String how, int code, String message) {
        assertThat(cups("cup", "break", how)).isEqualTo(code);
        assertThat(err.toString()).startsWith(message).doesNotContain("\tat ");
    }

    @Test
    void help_lists_the_commands_in_their_sections_and_the_groups() {
        assertThat(printed("--help")).isEqualTo("""
                Usage:  cups COMMAND

                Cups of all kinds

                Common Commands:
                  pour   Pour something into cups
                  use    Run something in a cup

                Management Commands:
                  cup   Manage cups

                Options:
                  -h, --help      Show this, or with a command the help of that
                  -v, --version   Show the version

                Run 'cups COMMAND --help' for more information on a command.""");
    }

    @Test
    void no_command_at_all_shows_the_help() {
        assertThat(cups()).isZero();
        assertThat(out.toString()).startsWith("Usage:  cups COMMAND");
    }

    @Test
    void help_of_a_group_lists_its_commands() {
        assertThat(printed("cup")).isEqualTo("""
                Usage:  cups cup COMMAND

                Manage cups

                Commands:
                  pour    Pour something into cups
                  run     Run something in a cup
                  break   Break a cup

                Run 'cups cup COMMAND --help' for more information on a command.""");
    }

    @Test
    void help_of_a_command_lists_its_flags() {
        assertThat(printed("pour -H --help")).isEqualTo("""
                Usage:  cups pour [OPTIONS] DRINK [DRINK...]

                Pour something into cups

                Aliases:
                  cups cup pour, cups cup fill, cups pour

                Options:
                  -H, --hot           Make it hot
                      --lid           Put a lid on (default true)
                  -m, --milk          Add milk, as much as there is room for in a cup of that
                                      size
                  -n, --name string   Whose it is
                      --size string   How much (small, large)
                  -s, --sugar count   Lumps""");
    }

    @ParameterizedTest
    @CsvSource({"help pour, pour --help", "help cup, cup --help", "cup pour -h, cup pour --help"})
    void help_is_a_command_and_a_flag(String one, String other) {
        assertThat(printed(one)).isEqualTo(printed(one, other));
    }

    private String printed(String ignored, String line) {
        out.getBuffer().setLength(0);
        return printed(line);
    }

    @Test
    void the_version_is_shown() {
        assertThat(printed("--version")).isEqualTo("cups 1.2");
    }
}
