package dev.varve.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Sends one request and follows the redirects of its answer. A server that falls silent is given up. */
final class Transport {
    private static final String AUTHORIZATION = "Authorization";
    private static final int MOST_REDIRECTS = 5;
    private static final int SLOWER = 10;

    private final Clients clients;
    private final Duration stall;

    Transport(Clients clients, Duration stall) {
        this.clients = clients;
        this.stall = stall;
    }

    Answer send(Call call) throws IOException {
        return send(call, bytes -> {});
    }

    /** @param taken told how many bytes of the payload have been taken so far */
    Answer send(Call call, LongConsumer taken) throws IOException {
        Call current = call;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Answer answer = exchange(current, taken);
            if (!isRedirect(current, answer)) {
                return answer;
            }
            answer.discard();
            current = redirected(current, answer.header("Location").orElse(""));
        }
        throw new RegistryException("redirects more than " + MOST_REDIRECTS + " times");
    }

    private static boolean isRedirect(Call call, Answer answer) {
        return switch (answer.status()) {
            case 301, 302, 303 -> call.method().equals("GET") || call.method().equals("HEAD");
            case 307, 308 -> true;
            default -> false;
        };
    }

    /** What is secret stays with the server that it is meant for. */
    private static Call redirected(Call call, String location) throws RegistryException {
        URI to = Addresses.resolve(call.uri(), location);
        if (call.uri().getScheme().equals("https") && to.getScheme().equals("http")) {
            throw new RegistryException("redirects from HTTPS to plain HTTP (" + Addresses.origin(to) + ")");
        }
        Call next = call.to(to);
        return Addresses.origin(to).equals(Addresses.origin(call.uri())) ? next : next.without(AUTHORIZATION);
    }

    private Answer exchange(Call call, LongConsumer taken) throws IOException {
        AtomicLong lastSign = new AtomicLong(System.nanoTime());
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .method(call.method(), call.payload().publisher(bytes -> {
                    lastSign.set(System.nanoTime());
                    taken.accept(bytes);
                }));
        request.header("User-Agent", "varve");
        call.headers().forEach(request::header);
        HttpClient client = clients.of(call.uri());
        Clients.proxyAuthorization(client, call.uri()).ifPresent(value -> request.header("Proxy-Authorization", value));
        Duration patience = call.slow() ? stall.multipliedBy(SLOWER) : stall;
        HttpResponse<InputStream> response =
                await(client.sendAsync(request.build(), info -> new TimedBody(stall)), lastSign, patience);
        return new Answer(call.uri(), response.statusCode(), response.headers(), response.body());
    }

    private <T> T await(CompletableFuture<T> future, AtomicLong lastSign, Duration patience) throws IOException {
        try {
            while (true) {
                long left = patience.toNanos() - (System.nanoTime() - lastSign.get());
                try {
                    return future.get(Math.max(0, left), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (left <= 0) {
                        future.cancel(true);
                        throw new HttpTimeoutException("nothing arrived for " + patience.toSeconds() + " s");
                    }
                }
            }
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }
}
