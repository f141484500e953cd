package dev.varve.dockerfile;

/** Joins the lines of a part of an instruction the way {@link Parser} does, comments and empty lines left out. */
final class LineJoiner {
    private final SourceText source;
    private final char escape;

    LineJoiner(SourceText source, char escape) {
        this.source = source;
        this.escape = escape;
    }

    MappedText join(SourceRange range) {
        MappedText.Builder joined = new MappedText.Builder(range.start());
        Lines lines = new Lines(source, source.position(range.start()).line() - 1);
        int from = range.start();
        while (from < range.end() && lines.advance()) {
            boolean first = from >= lines.start();
            if (!first && (lines.isComment() || lines.isBlank())) {
                continue;
            }
            int start = first ? from : lines.start();
            int cut = lines.continuation(lines.start(), escape);
            int end = Math.min(range.end(), cut < 0 ? lines.contentEnd() : cut);
            if (start < end) {
                joined.append(source.text().substring(start, end), start);
            }
            from = cut < 0 ? range.end() : Math.max(from, start);
            if (lines.end() >= range.end()) {
                break;
            }
        }
        return joined.build();
    }

    /** A heredoc's content as the file gets it, without leading tabs if it is one of {@code <<-}. */
    MappedText content(Heredoc heredoc) {
        int offset = heredoc.body().start();
        MappedText.Builder content = new MappedText.Builder(offset);
        String text = heredoc.content();
        int from = 0;
        while (from < text.length()) {
            int feed = text.indexOf('\n', from);
            int to = feed < 0 ? text.length() : feed + 1;
            while (heredoc.chomp() && from < to && text.charAt(from) == '\t') {
                from++;
            }
            content.append(text.substring(from, to), offset + from);
            from = to;
        }
        return content.build();
    }
}
