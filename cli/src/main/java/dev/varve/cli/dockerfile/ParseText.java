package dev.varve.cli.dockerfile;

import dev.varve.cli.console.Colour;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.report.Characters;
import java.io.PrintWriter;

/** A Dockerfile's tree for people. */
final class ParseText {
    private ParseText() {}

    static void write(Dockerfile dockerfile, PrintWriter out) {
        dockerfile
                .directives()
                .forEach(directive -> line(out, directive.line(), "# " + directive.name() + "=" + directive.value()));
        dockerfile.globalArgs().forEach(arg -> instruction(out, arg, ""));
        for (Stage stage : dockerfile.stages()) {
            String name =
                    stage.name() == null ? "stage " + stage.index() : "stage " + stage.index() + ", " + stage.name();
            instruction(out, stage.from(), "");
            out.println("      " + Colour.faint("  " + Characters.visible(name)));
            stage.instructions().forEach(instruction -> instruction(out, instruction, "  "));
        }
    }

    private static void instruction(PrintWriter out, Instruction instruction, String indent) {
        line(out, instruction.line(), indent + instruction.syntax().original().strip());
        instruction
                .syntax()
                .heredocs()
                .forEach(document -> document.content()
                        .lines()
                        .forEach(content -> out.println("      " + indent + "  | " + Characters.visible(content))));
    }

    private static void line(PrintWriter out, int number, String text) {
        out.println(Colour.faint("%5d".formatted(number)) + " " + Characters.visible(text));
    }
}
