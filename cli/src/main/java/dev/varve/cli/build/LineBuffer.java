package dev.varve.cli.build;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts what a process prints into lines. What a carriage return overwrites is left out, as on a terminal. */
final class LineBuffer {
    private static final int LONGEST = 64 << 10;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** The lines that are whole with these bytes. */
    List<String> add(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        for (byte b : bytes) {
            if (b == '\n' || line.size() == LONGEST) {
                lines.add(take());
            }
            if (b != '\n') {
                line.write(b);
            }
        }
        return lines;
    }

    /** What came after the last line, if anything did. */
    List<String> rest() {
        return line.size() == 0 ? List.of() : List.of(take());
    }

    private String take() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        String shown = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        return shown.substring(shown.lastIndexOf('\r') + 1);
    }
}
