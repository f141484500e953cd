package dev.varve.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Makes trees of tokens. */
final class TreeReader {
    private final SourceText source;

    TreeReader(SourceText source) {
        this.source = source;
    }

    List<YamlDocument> read(JsonParser parser) throws YamlException {
        List<YamlDocument> documents = new ArrayList<>();
        try (parser) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                documents.add(new YamlDocument(node(parser, token)));
            }
        } catch (JacksonException e) {
            throw Syntax.error(source, e);
        }
        if (documents.isEmpty()) {
            documents.add(new YamlDocument(new YamlScalar(source.at(1, 1), "", false)));
        }
        return List.copyOf(documents);
    }

    private YamlNode node(JsonParser parser, @Nullable JsonToken token) throws YamlException {
        if (token == JsonToken.START_OBJECT) {
            return mapping(parser);
        }
        return token == JsonToken.START_ARRAY ? sequence(parser) : scalar(parser);
    }

    private YamlSequence sequence(JsonParser parser) throws YamlException {
        YamlPosition at = position(parser);
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(parser, token));
        }
        return new YamlSequence(at, items);
    }

    private YamlMapping mapping(JsonParser parser) throws YamlException {
        YamlPosition at = position(parser);
        Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            YamlScalar key = scalar(parser);
            YamlMapping.Entry entry = new YamlMapping.Entry(key, node(parser, parser.nextToken()));
            YamlMapping.Entry first = entries.putIfAbsent(key.text(), entry);
            if (first != null) {
                throw key.at()
                        .error("the key '" + key.text() + "' was given before, at line "
                                + first.key().at().line());
            }
        }
        return new YamlMapping(at, entries);
    }

    private YamlScalar scalar(JsonParser parser) {
        boolean quoted = parser instanceof StrictYamlParser yaml
                ? yaml.quoted()
                : parser.hasToken(JsonToken.VALUE_STRING) || parser.hasToken(JsonToken.PROPERTY_NAME);
        return new YamlScalar(position(parser), parser.getString(), quoted);
    }

    private YamlPosition position(JsonParser parser) {
        TokenStreamLocation location = parser.currentTokenLocation();
        return source.at(location.getLineNr(), location.getColumnNr());
    }
}
