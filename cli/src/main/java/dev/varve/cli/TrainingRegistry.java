package dev.varve.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.varve.image.Digest;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A registry in memory that takes and gives images, as little of one as {@link Training} needs. */
final class TrainingRegistry implements Closeable {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private final Map<String, ByteArrayOutputStream> uploads = new ConcurrentHashMap<>();

    TrainingRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v2/", this::answer);
        server.start();
    }

    /** Its {@code host:port}. */
    String name() {
        return "localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                String place = path + "upload" + uploads.size();
                uploads.put(place, new ByteArrayOutputStream());
                accept(exchange, 202, place);
            }
            case "PATCH" -> {
                uploads.getOrDefault(path, new ByteArrayOutputStream()).writeBytes(body);
                accept(exchange, 202, path);
            }
            case "PUT" -> {
                ByteArrayOutputStream upload = uploads.getOrDefault(path, new ByteArrayOutputStream());
                upload.writeBytes(body);
                byte[] content = upload.toByteArray();
                contents.put(path.substring(path.lastIndexOf('/') + 1), content);
                contents.put(Digest.of(content).toString(), content);
                accept(exchange, 201, path);
            }
            default -> give(exchange, path);
        }
        exchange.close();
    }

    private static void accept(HttpExchange exchange, int status, String place) throws IOException {
        exchange.getResponseHeaders().add("Location", place);
        exchange.sendResponseHeaders(status, -1);
    }

    private void give(HttpExchange exchange, String path) throws IOException {
        byte[] content = path.equals("/v2/") ? new byte[0] : contents.get(path.substring(path.lastIndexOf('/') + 1));
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        boolean isManifest = path.contains("/manifests/");
        exchange.getResponseHeaders().add("Content-Type", isManifest ? MANIFEST : "application/octet-stream");
        exchange.getResponseHeaders()
                .add("Docker-Content-Digest", Digest.of(content).toString());
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
