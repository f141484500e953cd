package dev.varve.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.LongConsumer;

/**
 * What is sent; it can be opened again for another attempt.
 *
 * @param size its bytes; the source may have more
 */
record Payload(long size, Source source) {
    static final Payload NONE = of(new byte[0]);

    /** Where the bytes come from. */
    interface Source {
        InputStream open() throws IOException;
    }

    static Payload of(byte[] bytes) {
        return new Payload(bytes.length, () -> new java.io.ByteArrayInputStream(bytes));
    }

    /** @param taken told how many bytes have been taken so far */
    BodyPublisher publisher(LongConsumer taken) {
        if (size == 0) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> opened(taken)), size);
    }

    private InputStream opened(LongConsumer taken) {
        try {
            return new CountedInputStream(source.open(), size, taken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
