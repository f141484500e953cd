package dev.varve.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** What the parsers say of a text that they cannot read. */
final class Syntax {
    private Syntax() {}

    static YamlException error(SourceText source, JacksonException error) {
        if (error.getCause() instanceof MarkedYamlEngineException marked) {
            YamlPosition at = marked.getProblemMark()
                    .map((Mark mark) -> source.at(mark.getLine() + 1, mark.getColumn() + 1))
                    .orElseGet(() -> source.at(1, 1));
            return at.error(firstLine(marked.getProblem()));
        }
        if (error.getCause() instanceof ReaderException unreadable) {
            int index = source.text().indexOf(unreadable.getCodePoint());
            return source.at(Math.max(index, 0))
                    .error("the character U+%04X is not allowed".formatted(unreadable.getCodePoint()));
        }
        TokenStreamLocation location = error.getLocation();
        YamlPosition at = location == null ? source.at(1, 1) : source.at(location.getLineNr(), location.getColumnNr());
        return at.error(firstLine(error.getOriginalMessage()));
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "cannot be read" : message.lines().findFirst().orElse("cannot be read");
    }
}
