package dev.varve.registry;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param uri who answered, after redirects
 */
record Answer(URI uri, int status, HttpHeaders headers, InputStream body) implements Closeable {
    private static final int MOST_OF_AN_ERROR = 64 * 1024;

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** A header that is a number, 0 or more; empty where there is none. */
    Optional<Long> number(String name) {
        try {
            return header(name).map(Long::parseLong).filter(number -> number >= 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Optional<Long> length() {
        return number("Content-Length");
    }

    /** The type without its parameters; empty where none is given. */
    String contentType() {
        String type = header("Content-Type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).trim();
    }

    /** The beginning of a body that is an error's. */
    byte[] error() {
        try (this) {
            return body.readNBytes(MOST_OF_AN_ERROR);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** The same with the beginning of its body in memory; the connection is free. */
    Answer kept() {
        return new Answer(uri, status, headers, new ByteArrayInputStream(error()));
    }

    /**
     * The same with its whole body in memory.
     *
     * @throws RegistryException where the body has more bytes than it may
     */
    Answer whole(int most) throws IOException {
        try (this) {
            byte[] bytes = body.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new RegistryException("answers with more than " + most + " bytes");
            }
            return new Answer(uri, status, headers, new ByteArrayInputStream(bytes));
        }
    }

    /** Lets the connection be used again, unless there is much to read before that. */
    void discard() throws IOException {
        try (this) {
            body.readNBytes(MOST_OF_AN_ERROR);
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
