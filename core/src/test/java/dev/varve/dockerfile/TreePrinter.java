package dev.varve.dockerfile;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints a parsed file the way the golden trees are written, which show what BuildKit's parser makes of the same file. */
final class TreePrinter {
    private final Dockerfile file;
    private final StringBuilder out = new StringBuilder();

    private TreePrinter(Dockerfile file) {
        this.file = file;
    }

    static String print(Dockerfile file) {
        TreePrinter printer = new TreePrinter(file);
        printer.directives();
        file.instructions().forEach(instruction -> printer.node(instruction, "  "));
        if (file.hasErrors()) {
            printer.out.append("refused\n");
        } else {
            printer.stages();
        }
        return printer.out.toString();
    }

    private void directives() {
        out.append("escape ").append(file.escape()).append('\n');
        for (String name : List.of("syntax", "check")) {
            for (Directive directive : file.directives()) {
                if (directive.name().equals(name)) {
                    line("directive " + name + " " + quoted(directive.value()) + " line " + directive.line());
                }
            }
        }
        line("warnings "
                + file.diagnostics().stream()
                        .filter(d -> d.message().startsWith("empty line"))
                        .count());
    }

    private void node(Instruction instruction, String indent) {
        Syntax syntax = instruction.syntax();
        boolean inner = indent.length() > 2;
        boolean json = syntax.form() == Form.EXEC;
        line(quoted(syntax.keyword().text())
                + (inner ? "" : " lines " + syntax.line() + "-" + syntax.endLine())
                + (json ? " json" : ""));
        syntax.flags().forEach(flag -> line(indent + "flag " + quoted(flag.text())));
        syntax.args().forEach(arg -> line(indent + "arg " + quoted(arg.text())));
        if (!inner) {
            syntax.heredocs()
                    .forEach(heredoc -> line(indent + "heredoc " + quoted(heredoc.name()) + " expand="
                            + heredoc.expand() + " chomp=" + heredoc.chomp() + " " + quoted(heredoc.content())));
        }
        if (instruction instanceof OnBuild onBuild) {
            out.append(indent).append("trigger ");
            node(onBuild.trigger(), indent + "  ");
        }
        if (!inner) {
            line(indent + "original " + quoted(syntax.original()));
        }
    }

    private void stages() {
        file.globalArgs().forEach(arg -> line("global ARG " + declarations(arg)));
        for (Stage stage : file.stages()) {
            String name = stage.name() == null ? "" : stage.name();
            line("stage " + quoted(name) + " from " + quoted(stage.from().base().text())
                    + option("platform", stage.from().platform()));
            stage.instructions().forEach(instruction -> line("  " + instruction.name() + " " + typed(instruction)));
        }
    }

    private static String typed(Instruction instruction) {
        if (instruction instanceof Run run) {
            return list(run.command()) + shell(run) + " network=" + orElse(run.network(), "default") + " security="
                    + orElse(run.security(), "sandbox") + " mounts="
                    + run.mounts().size() + " devices="
                    + run.devices().size();
        } else if (instruction instanceof Copy copy) {
            return sources(copy.sources(), copy.inlineSources(), copy.destination()) + option("from", copy.from())
                    + option("chown", copy.chown()) + option("chmod", copy.chmod()) + " link=" + copy.link()
                    + " parents=" + copy.parents() + " exclude=" + list(copy.excludes());
        } else if (instruction instanceof Add add) {
            return sources(add.sources(), add.inlineSources(), add.destination()) + option("chown", add.chown())
                    + option("chmod", add.chmod()) + option("checksum", add.checksum()) + " link=" + add.link()
                    + option("keep-git-dir", add.keepGitDir()) + option("unpack", add.unpack()) + " exclude="
                    + list(add.excludes());
        } else if (instruction instanceof Healthcheck check) {
            return healthcheck(check);
        } else if (instruction instanceof Cmd cmd) {
            return list(cmd.command()) + shell(cmd);
        } else if (instruction instanceof Entrypoint entrypoint) {
            return list(entrypoint.command()) + shell(entrypoint);
        }
        return simple(instruction);
    }

    private static String simple(Instruction instruction) {
        if (instruction instanceof Arg arg) {
            return declarations(arg);
        } else if (instruction instanceof Env env) {
            return assignments(env.assignments());
        } else if (instruction instanceof Label label) {
            return assignments(label.assignments());
        } else if (instruction instanceof Expose expose) {
            // BuildKit sorts them, which a reader of the source does not want.
            return quotedList(new TreeSet<>(texts(expose.ports())).stream());
        } else if (instruction instanceof Volume volume) {
            return list(volume.paths());
        } else if (instruction instanceof Shell shell) {
            return list(shell.command());
        } else if (instruction instanceof StopSignal stopSignal) {
            return quoted(stopSignal.signal().text());
        } else if (instruction instanceof User user) {
            return quoted(user.user().text());
        } else if (instruction instanceof Workdir workdir) {
            return quoted(workdir.path().text());
        } else if (instruction instanceof Maintainer maintainer) {
            return quoted(maintainer.maintainer().text());
        } else if (instruction instanceof OnBuild onBuild) {
            return quoted(onBuild.expression());
        }
        throw new AssertionError("not printed: " + instruction);
    }

    private static String healthcheck(Healthcheck check) {
        String type = check.syntax().form() == Form.EXEC ? "CMD" : "CMD-SHELL";
        Stream<String> test =
                check.none() ? Stream.of("NONE") : Stream.concat(Stream.of(type), texts(check.command()).stream());
        return quotedList(test) + " interval=" + check.interval().toNanos() + " timeout="
                + check.timeout().toNanos() + " start-period="
                + check.startPeriod().toNanos() + " start-interval="
                + check.startInterval().toNanos() + " retries=" + check.retries();
    }

    private static String sources(List<Word> sources, List<Heredoc> inline, Word destination) {
        return list(sources)
                + inline.stream()
                        .map(heredoc -> " inline " + quoted(heredoc.name()) + " expand=" + heredoc.expand() + " "
                                + quoted(heredoc.text()))
                        .collect(Collectors.joining())
                + " to " + quoted(destination.text());
    }

    private static String declarations(Arg arg) {
        return arg.declarations().stream()
                .map(d -> quoted(d.name())
                        + (d.defaultValue() == null
                                ? ""
                                : "=" + quoted(d.defaultValue().text())))
                .collect(Collectors.joining(" "));
    }

    private static String assignments(List<Assignment> assignments) {
        return assignments.stream()
                .map(a -> quoted(a.key().text())
                        + (a.legacy() ? " " : "=")
                        + quoted(a.value().text()))
                .collect(Collectors.joining(" "));
    }

    private static String shell(Instruction instruction) {
        return " shell=" + (instruction.syntax().form() == Form.SHELL);
    }

    private static String orElse(@Nullable Word word, String absent) {
        return word == null ? absent : word.text();
    }

    private static String option(String name, @Nullable Word value) {
        return value == null ? "" : " " + name + "=" + quoted(value.text());
    }

    private static String option(String name, @Nullable Boolean value) {
        return value == null ? "" : " " + name + "=" + value;
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    private static String list(List<Word> words) {
        return quotedList(texts(words).stream());
    }

    private static String quotedList(Stream<String> texts) {
        return texts.map(TreePrinter::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    /** In double quotes, each byte that was not UTF-8 as {@code \}{@code udc} and its two digits. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                quoted.append("\\n");
            } else if (c == '\t') {
                quoted.append("\\t");
            } else if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < 0x20 || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029 || (c >> 11) == 0x1B) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
