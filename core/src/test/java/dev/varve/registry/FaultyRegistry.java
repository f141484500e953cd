package dev.varve.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.store.Blobs;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A registry that can be pulled from, and does what no good registry does where it is told to. */
final class FaultyRegistry implements Closeable {
    private final Blobs blobs;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Descriptor> tags = new HashMap<>();
    private final Map<String, Queue<Behaviour>> faults = new HashMap<>();
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

    /** How a request is answered. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** A request that came. */
    record Seen(String method, String path, Map<String, List<String>> headers) {
        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    private FaultyRegistry(Blobs blobs, HttpServer server) {
        this.blobs = blobs;
        this.server = server;
    }

    /** @param blobs what it has, in every repository */
    static FaultyRegistry start(Blobs blobs) throws IOException {
        return start(blobs, HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    /** One that talks TLS. */
    static FaultyRegistry start(Blobs blobs, SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return start(blobs, server);
    }

    private static FaultyRegistry start(Blobs blobs, HttpServer server) {
        FaultyRegistry registry = new FaultyRegistry(blobs, server);
        server.setExecutor(registry.threads);
        server.createContext("/", registry::answer);
        server.start();
        return registry;
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    void tag(String tag, Descriptor manifest) {
        tags.put(tag, manifest);
    }

    /** The next requests whose path ends so are answered in these ways, those after them well. */
    void next(String end, Behaviour... behaviours) {
        faults.computeIfAbsent(end, path -> new ArrayDeque<>()).addAll(Arrays.asList(behaviours));
    }

    /** From now on requests whose path ends so are answered well. */
    void recover(String end) {
        faults.remove(end);
    }

    /** All requests whose path ends so are answered in this way. */
    void always(String end, Behaviour behaviour) {
        Behaviour[] many = new Behaviour[100];
        Arrays.fill(many, behaviour);
        next(end, many);
    }

    /** The requests whose path ends so, in the order in which they came. */
    List<Seen> seen(String end) {
        return seen.stream().filter(request -> request.path.endsWith(end)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        seen.add(new Seen(exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders())));
        try (exchange) {
            fault(path).answer(exchange);
        }
    }

    private synchronized Behaviour fault(String path) {
        for (Map.Entry<String, Queue<Behaviour>> entry : faults.entrySet()) {
            if (path.endsWith(entry.getKey()) && !entry.getValue().isEmpty()) {
                return entry.getValue().remove();
            }
        }
        return this::well;
    }

    private void well(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.contains("/blobs/")) {
            Digest digest = Digest.parse(last);
            if (blobs.contains(digest)) {
                blob(exchange, blobs.path(digest));
            } else {
                status(404).answer(exchange);
            }
        } else if (path.contains("/manifests/")) {
            Descriptor manifest = tags.get(last);
            Digest digest = manifest != null ? manifest.digest() : last.contains(":") ? Digest.parse(last) : null;
            if (digest == null || !blobs.contains(digest)) {
                status(404).answer(exchange);
            } else {
                exchange.getResponseHeaders().set("Docker-Content-Digest", digest.toString());
                body(manifest == null ? "" : manifest.mediaType(), Files.readAllBytes(blobs.path(digest)))
                        .answer(exchange);
            }
        } else {
            status(200).answer(exchange);
        }
    }

    private static void blob(HttpExchange exchange, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            body("application/octet-stream", bytes).answer(exchange);
            return;
        }
        int start = Integer.parseInt(range.replaceAll("\\D", ""));
        exchange.getResponseHeaders()
                .set("Content-Range", "bytes " + start + "-" + (bytes.length - 1) + "/" + bytes.length);
        exchange.sendResponseHeaders(206, bytes.length - start);
        exchange.getResponseBody().write(bytes, start, bytes.length - start);
    }

    static Behaviour body(String type, byte[] bytes) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head || bytes.length == 0 ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        };
    }

    static Behaviour status(int status, String... headers) {
        return error(status, "", headers);
    }

    static Behaviour error(int status, String text, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** The connection breaks after so many bytes of the blob. */
    Behaviour cutAfter(int count) {
        return exchange -> part(exchange, count);
    }

    /** Nothing comes after so many bytes of the blob. */
    Behaviour silentAfter(int count) {
        return exchange -> {
            part(exchange, count);
            await();
        };
    }

    private void part(HttpExchange exchange, int count) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] bytes = Files.readAllBytes(blobs.path(Digest.parse(path.substring(path.lastIndexOf('/') + 1))));
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, count);
        // a newer JDK's server keeps even the headers until then, and drops them with the connection
        exchange.getResponseBody().flush();
    }

    /** Bytes without an end, of no told length. */
    static Behaviour endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            byte[] zeros = new byte[64 * 1024];
            while (true) {
                out.write(zeros);
            }
        };
    }

    /** No answer at all. */
    Behaviour silent() {
        return exchange -> await();
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
