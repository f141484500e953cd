package dev.varve.cli.command;

import java.util.ArrayList;
import java.util.List;

/** The help, laid out as that of the docker command. */
final class Help {
    private static final int NARROWEST = 60;

    private final Menu menu;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    /** @param width of a line */
    Help(Menu menu, int width) {
        this.menu = menu;
        this.width = Math.max(NARROWEST, width);
    }

    String ofProgram() {
        line("Usage:  " + menu.program() + " COMMAND");
        paragraph(menu.summary());
        for (Menu.Section section : menu.sections()) {
            title(section.title());
            rows(section.shortcuts().stream()
                    .map(shortcut -> new Row(shortcut.name(), shortcut.target().summary()))
                    .toList());
        }
        title("Management Commands");
        rows(menu.groups().stream()
                .map(group -> new Row(group.name(), group.summary()))
                .toList());
        title("Options");
        rows(List.of(
                new Row("-h, --help", "Show this, or with a command the help of that"),
                new Row("-v, --version", "Show the version")));
        paragraph("Run '" + menu.program() + " COMMAND --help' for more information on a command.");
        return text.toString();
    }

    String ofGroup(Group group) {
        String call = menu.program() + " " + group.name();
        line("Usage:  " + call + " COMMAND");
        paragraph(group.summary());
        title("Commands");
        rows(group.entries().stream()
                .map(entry -> new Row(entry.name(), entry.summary()))
                .toList());
        paragraph("Run '" + call + " COMMAND --help' for more information on a command.");
        return text.toString();
    }

    /** @param call how it was called, {@code varve images} */
    String ofCommand(String call, Group group, Entry entry, Command command) {
        line("Usage:  " + (call + " " + command.synopsis()).strip());
        paragraph(entry.summary());
        List<String> calls = menu.callsOf(group, entry);
        if (calls.size() > 1) {
            title("Aliases");
            line("  " + String.join(", ", calls));
        }
        List<Flag> flags = command.flags().sorted();
        if (!flags.isEmpty()) {
            boolean shorthands =
                    flags.stream().anyMatch(flag -> !flag.shorthand().isEmpty());
            title("Options");
            rows(flags.stream().map(flag -> row(flag, shorthands)).toList());
        }
        command.notes().forEach(this::paragraph);
        return text.toString();
    }

    private static Row row(Flag flag, boolean shorthands) {
        String indent = shorthands && flag.shorthand().isEmpty() ? "    " : "";
        String value = flag.valueName().isEmpty() ? "" : " " + flag.valueName();
        return new Row(indent + flag.spelling() + value, described(flag));
    }

    private static String described(Flag flag) {
        if (flag instanceof Toggle toggle && toggle.isUsuallyOn()) {
            return flag.description() + " (default true)";
        }
        return flag.choices().isEmpty()
                ? flag.description()
                : flag.description() + " (" + String.join(", ", flag.choices()) + ")";
    }

    private record Row(String left, String right) {}

    private void rows(List<Row> rows) {
        int column = rows.stream().mapToInt(row -> row.left.length()).max().orElse(0);
        for (Row row : rows) {
            String start = "  " + row.left + " ".repeat(column - row.left.length() + 3);
            for (String part : wrapped(row.right, Math.max(NARROWEST / 3, width - column - 5))) {
                line(start + part);
                start = " ".repeat(column + 5);
            }
        }
    }

    private void title(String title) {
        line("");
        line(title + ":");
    }

    private void paragraph(String words) {
        line("");
        wrapped(words, width).forEach(this::line);
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    private static List<String> wrapped(String words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
