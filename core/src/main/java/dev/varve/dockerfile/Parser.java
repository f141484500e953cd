package dev.varve.dockerfile;

import java.util.List;

final class Parser {
    private final SourceText source;

    Parser(SourceText source) {
        this.source = source;
    }

    ParsedFile parse() {
        return new ParsedFile(
                source.text().isEmpty() ? '`' : '\\',
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
