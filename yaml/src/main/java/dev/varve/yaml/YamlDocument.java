package dev.varve.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A document of YAML 1.2, or JSON, read strictly: no key twice, no anchors, aliases, merge keys or tags, no bytes that are no
 * UTF-8, at most {@link #LARGEST} bytes and {@link #DEEPEST} levels. A file whose name ends in {@code .json} is read as JSON.
 *
 * @param root the value; null where there is none
 */
public record YamlDocument(YamlNode root) {
    /** The most bytes that are read. */
    public static final int LARGEST = 1 << 20;

    /** The most mappings and lists inside one another. */
    public static final int DEEPEST = 100;

    /** The one document of a file. */
    public static YamlDocument read(Path file) throws IOException {
        return parse(file.toString(), bytes(file));
    }

    /** All documents of a file. */
    public static List<YamlDocument> readAll(Path file) throws IOException {
        return parseAll(file.toString(), bytes(file));
    }

    /** The one document of a text; {@code file} is for messages, and tells JSON from YAML. */
    public static YamlDocument parse(String file, byte[] text) throws YamlException {
        List<YamlDocument> documents = parseAll(file, text);
        if (documents.size() > 1) {
            throw documents.get(1).root().at().error("expected one document, found " + documents.size());
        }
        return documents.get(0);
    }

    /** All documents of a text, at least one. */
    public static List<YamlDocument> parseAll(String file, byte[] text) throws YamlException {
        SourceText source = SourceText.decode(file, text);
        boolean json = file.toLowerCase(Locale.ROOT).endsWith(".json");
        return new TreeReader(source).read(json ? Tokens.ofJson(source) : Tokens.ofYaml(source));
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        }
    }
}
