package dev.varve.context;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A build context in one line: {@code f:path:mode:content}, {@code d:path:mode}, {@code l:path:target}, {@code h:path:source}
 * for a hard link, {@code p:path:mode} for a fifo, {@code s:path:mode} for a socket, {@code x:path:attribute:value}, joined by
 * semicolons.
 */
final class TreeSpec {
    private TreeSpec() {}

    static InMemoryContext context(String spec) {
        InMemoryContext.Builder builder = InMemoryContext.builder();
        Map<String, String[]> files = new HashMap<>();
        for (String part : spec.isEmpty() ? new String[0] : spec.split(";")) {
            String[] field = part.split(":", -1);
            String path = field[1];
            switch (field[0]) {
                case "f" -> {
                    files.put(path, field);
                    builder.file(path, field[3], mode(field));
                }
                case "h" -> {
                    String[] source = Objects.requireNonNull(files.get(field[2]), part);
                    builder.file(path, source[3], mode(source));
                }
                case "d" -> builder.directory(path, mode(field));
                case "l" -> builder.symlink(path, field[2]);
                case "p" -> builder.special(path, EntryType.FIFO, mode(field));
                case "s" -> builder.special(path, EntryType.SOCKET, mode(field));
                case "x" -> builder.attribute(path, field[2], field[3]);
                default -> throw new IllegalArgumentException(part);
            }
        }
        return builder.build();
    }

    private static int mode(String[] field) {
        return Integer.parseInt(field[2], 8);
    }
}
