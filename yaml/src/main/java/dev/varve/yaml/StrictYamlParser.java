package dev.varve.yaml;

import java.io.Reader;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Jackson's parser, but each scalar is the text that was written, and what a tree cannot hold is refused. */
final class StrictYamlParser extends YAMLParser {
    StrictYamlParser(
            ObjectReadContext context,
            IOContext io,
            BufferRecycler recycler,
            int streamFeatures,
            int formatFeatures,
            LoadSettings settings,
            Reader reader) {
        super(context, io, recycler, streamFeatures, formatFeatures, settings, reader);
    }

    /** Whether the current key or scalar was written with quotes or as a block. */
    boolean quoted() {
        return _lastEvent instanceof ScalarEvent scalar && !scalar.isPlain();
    }

    @Override
    protected Event nextEvent() {
        Event event = super.nextEvent();
        if (event instanceof NodeEvent node) {
            if (node.getAnchor().isPresent()) {
                throw refused(event, "anchors and aliases are not supported; write the value out");
            }
            if (tag(node).isPresent()) {
                throw refused(event, "tags are not supported; quote what is to be a text");
            }
            if (atKey()) {
                if (!(event instanceof ScalarEvent key)) {
                    throw refused(event, "expected a text as key, found a list or mapping");
                }
                if (key.isPlain() && key.getValue().equals("<<")) {
                    throw refused(event, "merge keys are not supported; write the keys out");
                }
            }
        }
        return event;
    }

    private boolean atKey() {
        return _streamReadContext.inObject() && _currToken != JsonToken.PROPERTY_NAME;
    }

    @Override
    protected JsonToken _decodeScalar(ScalarEvent scalar) {
        _textValue = scalar.getValue();
        return JsonToken.VALUE_STRING;
    }

    private static Optional<String> tag(NodeEvent node) {
        if (node instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return node instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
    }

    private static ParserException refused(Event event, String problem) {
        return new ParserException(problem, event.getStartMark());
    }
}
