package dev.varve.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** The text of a file and its name. */
record SourceText(String file, String text) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static SourceText decode(String file, byte[] bytes) throws YamlException {
        if (bytes.length > YamlDocument.LARGEST) {
            throw new YamlPosition(file, 1, 1).error("expected at most " + YamlDocument.LARGEST + " bytes");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        boolean broken = decoder.decode(ByteBuffer.wrap(bytes), chars, true).isError();
        String text = chars.flip().toString();
        SourceText source =
                new SourceText(file, !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        if (broken) {
            throw source.at(source.text.length()).error("expected UTF-8, found other bytes");
        }
        return source;
    }

    YamlPosition at(int line, int column) {
        return new YamlPosition(file, Math.max(line, 1), Math.max(column, 1));
    }

    /** The position of a char. */
    YamlPosition at(int index) {
        String before = text.substring(0, Math.min(index, text.length()));
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return at(line, 1 + before.codePointCount(lineStart, before.length()));
    }
}
