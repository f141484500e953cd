package dev.varve.lint.shell;

import dev.varve.dockerfile.MappedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the content of heredocs (POSIX.1-2017, 2.7.4). */
final class HeredocReader {
    private final Cursor cursor;

    HeredocReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The content of the heredoc that was just opened; null where no line is left for it. */
    @Nullable
    ShellWord read(ShellWord delimiter, boolean tabs) {
        int start = cursor.heredocStart();
        if (start >= cursor.length()) {
            cursor.problem(cursor.pos, "expected the lines of a heredoc");
            return null;
        }
        String name = delimiter.text();
        MappedText.Builder content = new MappedText.Builder(cursor.source.offset(start));
        int line = start;
        boolean terminated = false;
        while (line < cursor.length() && !terminated) {
            int feed = cursor.indexOf('\n', line);
            int end = feed < 0 ? cursor.length() : feed;
            int from = line;
            while (tabs && from < end && cursor.at(from) == '\t') {
                from++;
            }
            int to = end > from && cursor.at(end - 1) == '\r' ? end - 1 : end;
            line = feed < 0 ? end : end + 1;
            terminated = to - from == name.length() && cursor.text(from, to).equals(name);
            if (!terminated) {
                content.append(cursor.source, from, line);
            }
        }
        if (!terminated) {
            cursor.problem(start, "expected a line " + name);
        }
        cursor.heredocEnd(line);
        return word(
                content.build(),
                delimiter.isQuoted() || delimiter.source().text().indexOf('\\') >= 0);
    }

    private ShellWord word(MappedText content, boolean quoted) {
        if (quoted) {
            return new ShellWord(List.of(new Part.Literal(content, content.range())), content);
        }
        Cursor inside = cursor.inner(content);
        ExpansionReader expansions = new ExpansionReader(inside, new StatementReader(inside));
        return new ShellWord(new WordReader(inside, expansions).quotedParts(false), content);
    }
}
