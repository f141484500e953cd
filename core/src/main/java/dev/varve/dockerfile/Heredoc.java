package dev.varve.dockerfile;

/**
 * A here-document: an inline file that an instruction carries behind its line.
 *
 * @param name the delimiter with its quotes taken off; for COPY and ADD also the file's name
 * @param expand whether variables in the content are expanded; false when any part of the delimiter is quoted
 * @param chomp whether the opener is {@code <<-}, so that leading tabs are dropped
 * @param content the lines between opener and terminator, before expansion and with their leading tabs
 * @param opener the word {@code <<NAME} in the instruction's line
 * @param body the content's lines in the source, line endings included
 * @param terminator the closing delimiter, without indentation and line ending; empty where it is missing
 */
public record Heredoc(
        String name,
        boolean expand,
        boolean chomp,
        String content,
        SourceRange opener,
        SourceRange body,
        SourceRange terminator) {

    /** The content as the file gets it, before expansion: without leading tabs if {@link #chomp()}. */
    public String text() {
        if (!chomp || content.indexOf('\t') < 0) {
            return content;
        }
        StringBuilder out = new StringBuilder(content.length());
        boolean lineStart = true;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (lineStart && c == '\t') {
                continue;
            }
            lineStart = c == '\n';
            out.append(c);
        }
        return out.toString();
    }
}
