package dev.varve.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The shell scripts that are shipped beside the classes. */
final class Resource {
    static final String OUTER = read("outer.sh");
    static final String MOUNTS = read("mounts.sh");
    static final String INNER = read("inner.sh");
    static final String SUPERVISE = read("supervise.sh");
    static final String TRIAL = read("trial.sh");
    static final String TOOLS = read("tools.sh");
    static final String GATE = read("gate.sh");

    private Resource() {}

    private static String read(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + Resource.class);
            }
            // without comments, which a shell reads at each start
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^\\s*(#.*)?\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
