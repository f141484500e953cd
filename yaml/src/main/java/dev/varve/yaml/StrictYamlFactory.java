package dev.varve.yaml;

import java.io.Reader;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.io.IOContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Makes {@link StrictYamlParser}s. */
final class StrictYamlFactory extends YAMLFactory {
    private static final long serialVersionUID = 1;

    StrictYamlFactory(StreamReadConstraints bounds) {
        super(YAMLFactory.builder().streamReadConstraints(bounds));
    }

    @Override
    protected YAMLParser _createParser(ObjectReadContext context, IOContext io, Reader reader) {
        return new StrictYamlParser(
                context,
                io,
                _getBufferRecycler(),
                context.getStreamReadFeatures(_streamReadFeatures),
                context.getFormatReadFeatures(_formatReadFeatures),
                _loadSettings,
                reader);
    }
}
