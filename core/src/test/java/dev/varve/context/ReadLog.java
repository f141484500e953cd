package dev.varve.context;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads files and says which. */
class ReadLog extends FileReader {
    private final List<String> names = Collections.synchronizedList(new ArrayList<>());

    @Override
    InputStream open(Path file) throws IOException {
        names.add(String.valueOf(file.getFileName()));
        return super.open(file);
    }

    /** The names of what was read since the last call, sorted. */
    List<String> taken() {
        List<String> taken = names.stream().sorted().toList();
        names.clear();
        return taken;
    }
}
