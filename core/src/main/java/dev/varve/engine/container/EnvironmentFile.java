package dev.varve.engine.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file of variables as {@code --env-file} has it ({@code docker/cli/pkg/kvfile}): {@code NAME=value} a line, or
 * {@code NAME} for the caller's own value; blank lines and those that begin with {@code #} are nothing. Quotes, {@code #}
 * within a line and blanks at its end belong to the value.
 */
public final class EnvironmentFile {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private EnvironmentFile() {}

    /**
     * The variables, each {@code NAME=value}.
     *
     * @param own the caller's variables
     * @throws IOException where it cannot be read or has something else in it; the message names the line
     */
    public static List<String> read(Path file, Map<String, String> own) throws IOException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": it is not UTF-8", e);
        }
        List<String> variables = new ArrayList<>();
        int number = 0;
        for (String line : (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                .lines()
                .toList()) {
            number++;
            String variable = line.stripLeading();
            if (variable.isEmpty() || variable.startsWith("#")) {
                continue;
            }
            int equals = variable.indexOf('=');
            String name = equals < 0 ? variable : variable.substring(0, equals);
            if (name.isEmpty()) {
                throw new IOException(file + ":" + number + ": a variable without a name: '" + line + "'");
            }
            if (name.chars().anyMatch(Character::isWhitespace)) {
                throw new IOException(
                        file + ":" + number + ": '" + name + "' cannot be a variable's name: it has blanks");
            }
            if (equals >= 0) {
                variables.add(variable);
            } else if (own.containsKey(name)) {
                variables.add(name + "=" + own.get(name));
            }
        }
        return variables;
    }
}
