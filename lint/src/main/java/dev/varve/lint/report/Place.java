package dev.varve.lint.report;

import dev.varve.dockerfile.Position;
import dev.varve.dockerfile.SourceRange;
import dev.varve.json.JsonStream;
import dev.varve.lint.Edit;
import dev.varve.lint.Fix;
import dev.varve.lint.SourceFile;

/**
 * Where a range is, as lines and columns from 1.
 *
 * @param endColumn the column behind the last char
 */
record Place(int line, int column, int endLine, int endColumn) {
    static Place of(SourceFile file, SourceRange range) {
        Position start = file.position(range.start());
        Position end = file.position(range.end());
        return new Place(start.line(), start.column(), end.line(), end.column());
    }

    /** Where an edit of a fix is, in the file that the fix changes. */
    static Place of(SourceFile file, Fix fix, Edit edit) {
        if (fix.other().isEmpty()) {
            return of(file, edit.range());
        }
        String text = fix.other().get().text();
        Place start = at(text, edit.range().start());
        Place end = at(text, edit.range().end());
        return new Place(start.line, start.column, end.line, end.column);
    }

    /** Writes it as members, the first two of these names. */
    void write(JsonStream json, String lineName, String columnName) {
        json.member(lineName, line)
                .member(columnName, column)
                .member("endLine", endLine)
                .member("endColumn", endColumn);
    }

    private static Place at(String text, int offset) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        int line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        int column = offset - lineStart + 1;
        return new Place(line, column, line, column);
    }
}
