package dev.varve.engine.build;

import dev.varve.engine.files.SingleFile;
import dev.varve.engine.files.SourceTree;
import dev.varve.image.Digest;
import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import dev.varve.layer.LayerEntry;
import dev.varve.plan.Source;
import dev.varve.store.BlobWriter;
import dev.varve.store.CacheRecord;
import dev.varve.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that {@code ADD} downloads. A server is asked once a build, and sends a file again only where it is another one
 * (BuildKit {@code source/http/source.go}).
 */
final class Downloads {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FILE_MODE = 0600;
    private static final String FILE = "file";

    private final Store store;
    private final Map<Source.Remote, Download> downloads = new HashMap<>();

    Downloads(Store store) {
        this.store = store;
    }

    /** @param modified what the server says, or the beginning of 1970 */
    private record Download(Digest digest, long size, Instant modified) {}

    /** What stands for the content and the time of the file. */
    String identity(Source.Remote remote) throws IOException {
        Download download = get(remote);
        return download.digest + " " + download.modified;
    }

    /** The file alone in a tree, under the last name of its URL. */
    SourceTree files(Source.Remote remote) throws IOException {
        Download download = get(remote);
        LayerEntry file =
                LayerEntry.file(remote.fileName(), FILE_MODE, download.size).withModified(download.modified);
        return new SingleFile(file, () -> store.blobs().open(download.digest));
    }

    private synchronized Download get(Source.Remote remote) throws IOException {
        Download known = downloads.get(remote);
        if (known == null) {
            known = fetch(remote);
            if (!remote.checksum().isEmpty() && !remote.checksum().equals(known.digest.toString())) {
                throw new IOException(remote.url() + " has the content of " + known.digest + ", not of "
                        + remote.checksum() + " as --checksum says");
            }
            downloads.put(remote, known);
        }
        return known;
    }

    private Download fetch(Source.Remote remote) throws IOException {
        String key = Digest.of("http " + remote.url()).hex();
        Optional<JsonObject> before = before(key);
        HttpResponse<InputStream> response = send(remote, before);
        try (InputStream body = response.body()) {
            if (response.statusCode() == 304 && before.isPresent()) {
                return new Download(
                        Digest.parse(before.get().text("digest")),
                        before.get().number("size"),
                        before.get().time("modified"));
            }
            if (response.statusCode() != 200) {
                throw new IOException(remote.url() + ": the server answers with status " + response.statusCode());
            }
            Download download = keep(body, response);
            store.cache()
                    .add(
                            key,
                            FILE,
                            JsonObject.EMPTY
                                    .with("etag", response.headers().firstValue("etag"))
                                    .with("digest", download.digest.toString())
                                    .with("size", download.size)
                                    .with("modified", download.modified.toString())
                                    .toBytes(),
                            List.of(download.digest));
            return download;
        }
    }

    private static HttpResponse<InputStream> send(Source.Remote remote, Optional<JsonObject> before)
            throws IOException {
        try {
            HttpClient client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(PATIENCE)
                    .build();
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(remote.url()));
            if (before.isPresent()) {
                before.get().optionalText("etag").ifPresent(etag -> request.header("If-None-Match", etag));
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IllegalArgumentException e) {
            throw new IOException(remote.url() + " is no URL: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(remote.url() + ": stopped", e);
        } catch (IOException e) {
            throw new IOException(remote.url() + " cannot be reached: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private Download keep(InputStream body, HttpResponse<?> response) throws IOException {
        try (BlobWriter blob = store.blobs().create()) {
            body.transferTo(blob);
            long size = blob.size();
            return new Download(blob.commit(), size, modified(response));
        }
    }

    private static Instant modified(HttpResponse<?> response) {
        try {
            return response.headers()
                    .firstValue("last-modified")
                    .map(time -> ZonedDateTime.parse(time, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElse(Instant.EPOCH);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private Optional<JsonObject> before(String key) throws IOException {
        for (CacheRecord record : store.cache().list(key)) {
            try {
                JsonObject json = JsonObject.parse(record.document());
                if (json.has("etag") && store.blobs().contains(Digest.parse(json.text("digest")))) {
                    return Optional.of(json);
                }
            } catch (JsonException | IllegalArgumentException e) {
                // written by another version: the file is fetched as if it never had been
            }
        }
        return Optional.empty();
    }
}
