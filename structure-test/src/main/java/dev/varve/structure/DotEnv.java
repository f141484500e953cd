package dev.varve.structure;

import dev.varve.engine.EngineException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of variables as {@code godotenv} reads it: {@code [export ]NAME=value} or {@code NAME: value}; values may be in quotes;
 * {@code #} begins a comment; variables of earlier lines are replaced, except between single quotes. What is empty is left out.
 */
final class DotEnv {
    private static final int LARGEST = 1 << 20;
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:export\\s+)?([A-Za-z0-9_.]+)\\s*[=:][ \\t]*(.*)", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("(\\\\)?\\$\\{?([A-Za-z0-9_]+)\\}?");

    private final Path file;
    private final Map<String, String> variables = new LinkedHashMap<>();

    private DotEnv(Path file) {
        this.file = file;
    }

    static Map<String, String> read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new EngineException(file + ": it is larger than " + LARGEST + " bytes");
        }
        DotEnv reader = new DotEnv(file);
        try {
            int number = 0;
            for (String line :
                    Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
                number++;
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    reader.assign(text, number);
                }
            }
        } catch (CharacterCodingException e) {
            throw new EngineException(file + ": it is not UTF-8", e);
        }
        reader.variables.values().removeIf(String::isEmpty);
        return reader.variables;
    }

    private void assign(String line, int number) throws EngineException {
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (!assignment.matches()) {
            throw new EngineException(file + ":" + number + ": expected NAME=value, found '" + line + "'");
        }
        variables.put(assignment.group(1), value(assignment.group(2), number));
    }

    private String value(String text, int number) throws EngineException {
        if (text.startsWith("'") || text.startsWith("\"")) {
            int end = closing(text);
            if (end < 0) {
                throw new EngineException(file + ":" + number + ": a quote is not closed on its line");
            }
            String inner = text.substring(1, end);
            return text.startsWith("'") ? inner : expanded(unescaped(inner));
        }
        Matcher comment = Pattern.compile("(^|\\s)#").matcher(text);
        String value = comment.find() ? text.substring(0, comment.start()) : text;
        return expanded(value.strip());
    }

    private static int closing(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == text.charAt(0) && text.charAt(i - 1) != '\\') {
                return i;
            }
        }
        return -1;
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r").replaceAll("\\\\([^$])", "$1");
    }

    private String expanded(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) != null
                                ? found.group().substring(1)
                                : variables.getOrDefault(found.group(2), "")));
    }
}
