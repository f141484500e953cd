package dev.varve.cli.build;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.Failure;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The build context and the Dockerfile that a command line means. A Dockerfile from standard input is kept aside until the end.
 */
final class ContextArgument implements Closeable {
    private static final String STANDARD_INPUT = "-";
    private static final int LARGEST = 16 << 20;

    private final Path folder;
    private final Path dockerfile;
    private final @Nullable Path aside;

    private ContextArgument(Path folder, Path dockerfile, @Nullable Path aside) {
        this.folder = folder;
        this.dockerfile = dockerfile;
        this.aside = aside;
    }

    /** @param file the value of {@code --file} */
    static ContextArgument of(String context, Optional<String> file, Console console) throws IOException {
        if (context.matches("(?:[a-z]+://|git@).*")) {
            throw new Failure("a build context is a folder here; 'git clone' or 'curl' brings " + context);
        }
        boolean fileFromInput = file.filter(STANDARD_INPUT::equals).isPresent();
        if (context.equals(STANDARD_INPUT) && fileFromInput) {
            throw new Failure("the context and the Dockerfile cannot both come from standard input");
        }
        if (context.equals(STANDARD_INPUT) || fileFromInput) {
            byte[] text = readDockerfile(console);
            Path aside = Files.createTempDirectory("varve-build");
            Path empty = Files.createDirectory(aside.resolve("context"));
            Path dockerfile = Files.write(aside.resolve("Dockerfile"), text);
            return new ContextArgument(context.equals(STANDARD_INPUT) ? empty : Path.of(context), dockerfile, aside);
        }
        Path folder = Path.of(context);
        Path dockerfile = file.map(Path::of).orElseGet(() -> folder.resolve("Dockerfile"));
        if (file.isPresent() && !Files.exists(dockerfile) && Files.exists(folder.resolve(dockerfile))) {
            throw new Failure(
                    dockerfile + ": there is no such Dockerfile; did you mean " + folder.resolve(dockerfile) + "?");
        }
        return new ContextArgument(folder, dockerfile, null);
    }

    private static byte[] readDockerfile(Console console) throws IOException {
        byte[] bytes = console.in().readNBytes(LARGEST);
        boolean archive = bytes.length > 262
                && new String(bytes, 257, 5, java.nio.charset.StandardCharsets.US_ASCII).equals("ustar");
        boolean compressed = bytes.length > 1 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
        if (archive || compressed) {
            throw new Failure("standard input is an archive; unpack it and name its folder");
        }
        if (bytes.length == 0) {
            throw new Failure("standard input is empty; a Dockerfile is expected there");
        }
        return bytes;
    }

    Path folder() {
        return folder;
    }

    Path dockerfile() {
        return dockerfile;
    }

    /** The message with the Dockerfile called as its user calls it. */
    String inWords(String message) {
        return aside == null ? message : message.replace(dockerfile.toString(), "<stdin>");
    }

    @Override
    public void close() throws IOException {
        if (aside != null) {
            Files.deleteIfExists(dockerfile);
            Files.deleteIfExists(aside.resolve("context"));
            try {
                Files.delete(aside);
            } catch (NoSuchFileException e) {
                return;
            }
        }
    }
}
