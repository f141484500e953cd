package dev.varve.cli;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls {@code varve} with a store of its own. */
public final class Shell {
    private final Map<String, String> environment = new HashMap<>();
    private Terminal terminal = Terminal.NONE;
    private byte[] input = new byte[0];

    /** @param folder where the store and everything else that would be in the user's home folder is */
    public Shell(Path folder) {
        environment.put("VARVE_HOME", folder.resolve("store").toString());
        environment.put("HOME", folder.toString());
        environment.put("DOCKER_CONFIG", folder.resolve("docker").toString());
    }

    /** What a command did. */
    public record Result(int code, String out, String err, ByteArrayOutputStream raw, ByteArrayOutputStream rawErr) {
        public List<String> lines() {
            return out.lines().toList();
        }

        /** What was printed, with the times left out, which are others each time. */
        public String timeless() {
            return out.replaceAll("(?:Less than a second|[0-9]+ (?:second|minute)s?|About a minute) ago {0,12}", "AGO");
        }
    }

    public Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Map<String, String> environment() {
        return environment;
    }

    /** What the next commands find on standard input. */
    public Shell input(byte[] bytes) {
        input = bytes;
        return this;
    }

    /** The same from a terminal. */
    public Shell typing(String text) {
        terminal = new Terminal(true, false, false);
        return input(text.getBytes(StandardCharsets.UTF_8));
    }

    public Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        ByteArrayOutputStream rawErr = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(input),
                raw,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                rawErr,
                terminal,
                environment);
        int code = Varve.run(List.of(arguments), console);
        return new Result(code, out.toString(), err.toString(), raw, rawErr);
    }
}
