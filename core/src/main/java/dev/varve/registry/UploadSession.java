package dev.varve.registry;

import dev.varve.image.Descriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One blob on its way to a repository (OCI distribution specification, "Pushing blobs"): all of it in one piece, from where it
 * was when the connection broke, in smaller pieces where the server takes no large ones.
 */
final class UploadSession {
    /** What servers take that take no large pieces. */
    private static final long SMALL_PIECE = 10 * 1024 * 1024;

    /** Progress worth trying on for. */
    private static final long WORTHWHILE = 1024 * 1024;

    private static final Pattern RANGE = Pattern.compile("(?:bytes=)?0-(\\d{1,18})");

    private final Repository repository;
    private final Descriptor blob;
    private final Scope scope;
    private final Backoff backoff;
    private URI location;
    private long piece = Long.MAX_VALUE;
    private long position;
    private long lastFailure;
    private boolean resumed;
    private int restarts;

    private UploadSession(Repository repository, Descriptor blob, URI location) {
        this.repository = repository;
        this.blob = blob;
        this.scope = Scope.push(repository.name());
        this.backoff = new Backoff(repository.endpoint().retryPolicy());
        this.location = location;
    }

    /** The blob's bytes from an offset on. */
    interface Content {
        InputStream open(long offset) throws IOException;
    }

    /**
     * Begins to send a blob.
     *
     * @param from another repository of the registry that may have the blob
     * @return empty where the registry has taken it from there
     */
    static Optional<UploadSession> begin(Repository repository, Descriptor blob, Optional<String> from)
            throws IOException {
        String query = from.map(other -> "?mount=" + encode(blob.digest().toString()) + "&from=" + encode(other))
                .orElse("");
        Scope scope = from.map(other -> Scope.mount(repository.name(), other)).orElse(Scope.push(repository.name()));
        try (Answer answer = repository.beginUpload(query, scope)) {
            if (answer.status() == 201 && from.isPresent()) {
                return Optional.empty();
            }
            if (answer.status() != 202 && from.isPresent()) {
                // Some do not say 202 to who may not read the other repository.
                return begin(repository, blob, Optional.empty());
            }
            return Optional.of(new UploadSession(repository, blob, opened(answer, repository)));
        }
    }

    private static URI opened(Answer answer, Repository repository) throws IOException {
        if (answer.status() != 202) {
            throw Refusal.of(answer, repository.endpoint());
        }
        return Addresses.resolve(answer.uri(), answer.header("Location").orElse(""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** @param progress told how many bytes have been sent */
    void send(Content content, LongConsumer progress) throws IOException {
        while (true) {
            try {
                while (position < blob.size()) {
                    sendPiece(content, progress);
                }
                if (finish()) {
                    return;
                }
                restart();
            } catch (RegistryException | InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                recoverFrom(e);
            }
        }
    }

    private void sendPiece(Content content, LongConsumer progress) throws IOException {
        long start = position;
        long length = Math.min(blob.size() - start, piece);
        Call call = Call.patch(location, new Payload(length, () -> content.open(start)))
                .with("Content-Type", "application/octet-stream");
        if (length < blob.size()) {
            call = call.with("Content-Range", start + "-" + (start + length - 1));
        }
        try (Answer answer = repository.endpoint().sendOnce(call, scope, taken -> progress.accept(start + taken))) {
            if (answer.status() / 100 == 2) {
                moveOn(answer, start + length);
                if (position <= start) {
                    throw new IOException("the registry keeps nothing of what it is sent");
                }
            } else if (answer.status() == 413 && piece > SMALL_PIECE) {
                piece = SMALL_PIECE;
                restart();
            } else if (BusyException.isBusy(answer.status())) {
                throw new BusyException(answer.kept());
            } else if (resumed) {
                restart();
            } else {
                throw Refusal.of(answer, repository.endpoint());
            }
        }
    }

    private void moveOn(Answer answer, long end) throws IOException {
        Optional<String> next = answer.header("Location");
        if (next.isPresent()) {
            location = Addresses.resolve(answer.uri(), next.get());
        }
        position = received(answer, end);
    }

    /** How many bytes the registry says it has. */
    private long received(Answer answer, long otherwise) throws IOException {
        Matcher range = RANGE.matcher(answer.header("Range").orElse(""));
        if (!range.matches()) {
            return otherwise;
        }
        long last = Long.parseLong(range.group(1));
        if (last >= blob.size()) {
            throw new RegistryException("says that it has " + (last + 1) + " bytes of the blob " + blob.digest()
                    + ", which has " + blob.size());
        }
        // distribution says "0-0" of nothing too.
        return last == 0 && blob.size() > 1 ? 0 : last + 1;
    }

    /** Whether the registry has the blob now; else it is to be sent anew. */
    private boolean finish() throws IOException {
        String query = (location.getRawQuery() == null ? "?" : "&") + "digest="
                + encode(blob.digest().toString());
        Call call = Call.put(URI.create(location + query), Payload.NONE).slowly();
        try (Answer answer = repository.endpoint().send(call, scope)) {
            // A registry that has committed it, but could not say so, does not know the session any more.
            if (answer.status() / 100 == 2 || (answer.status() == 404 && repository.has(blob))) {
                return true;
            }
            if (!resumed) {
                throw Refusal.of(answer, repository.endpoint());
            }
            return false;
        }
    }

    private void recoverFrom(IOException failure) throws IOException {
        try {
            backoff.pauseOrThrow(failure, true);
        } catch (BusyException e) {
            throw Refusal.of(e.answer(), repository.endpoint());
        } catch (RegistryException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new RegistryException("the blob " + blob.digest() + ": " + Trouble.words(e), e);
        }
        resumed = true;
        try (Answer answer = repository.endpoint().send(Call.get(location), scope)) {
            if (answer.status() == 204) {
                moveOn(answer, 0);
            } else {
                restart();
            }
        }
        if (position - lastFailure >= WORTHWHILE) {
            backoff.reset();
        } else {
            // Somebody on the way may break off what is too large or takes too long.
            piece = Math.min(piece, SMALL_PIECE);
        }
        lastFailure = position;
    }

    private void restart() throws IOException {
        if (++restarts > repository.endpoint().retryPolicy().attempts()) {
            throw new RegistryException("loses the upload of the blob " + blob.digest() + " again and again");
        }
        resumed = false;
        position = 0;
        try (Answer answer = repository.beginUpload("", scope)) {
            location = opened(answer, repository);
            if (piece != Long.MAX_VALUE) {
                piece = Math.max(
                        SMALL_PIECE, answer.number("OCI-Chunk-Min-Length").orElse(0L));
            }
        }
    }
}
