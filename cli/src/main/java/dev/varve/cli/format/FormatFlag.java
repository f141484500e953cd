package dev.varve.cli.format;

import dev.varve.cli.command.Flags;
import dev.varve.cli.command.Text;

/** {@code --format}. */
public final class FormatFlag {
    private FormatFlag() {}

    /** Of a command that prints a list. */
    public static Text ofList(Flags flags) {
        return flags.text(
                "--format",
                "string",
                "How to print it: 'table' (default), 'table TEMPLATE' for columns of your own, 'json' for an object a line,"
                        + " or a Go template for each");
    }

    /**
     * Of a command that prints documents.
     *
     * @param spelling {@code -f, --format} or {@code --format}
     */
    public static Text ofDocuments(Flags flags, String spelling) {
        return flags.text(spelling, "string", "How to print it: 'json' on one line, or a Go template for each");
    }
}
