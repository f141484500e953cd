package dev.varve.cli.console;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A standard stream in UTF-8 that remembers why it could not be written. */
public final class Output extends FilterOutputStream {
    private static final int BUFFER = 1 << 13;
    private static final String READER_LEFT = "Broken pipe";

    private final PrintWriter writer;
    private @Nullable IOException failure;

    public Output(FileDescriptor stream) {
        super(new FileOutputStream(stream));
        writer = new PrintWriter(new BufferedWriter(new OutputStreamWriter(this, StandardCharsets.UTF_8), BUFFER));
    }

    public PrintWriter writer() {
        return writer;
    }

    /** Why not everything was written; a reader that has seen enough is no reason. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure).map(IOException::getMessage).filter(why -> !why.equals(READER_LEFT));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
