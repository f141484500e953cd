package dev.varve.registry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A registry, or a mirror of one. */
final class Endpoint {
    private final String authority;
    private final List<String> schemes;
    private final String prefix;
    private final Sender sender;
    private final Authorizer authorizer;
    private @Nullable URI base;
    private volatile boolean answered;

    /**
     * @param authority its {@code host[:port]}
     * @param schemes those it may speak, the likeliest first
     * @param prefix what comes before the names of its repositories, such as {@code hub/}, or nothing
     */
    Endpoint(String authority, List<String> schemes, String prefix, Sender sender, Authorizer authorizer) {
        this.authority = authority;
        this.schemes = schemes;
        this.prefix = prefix;
        this.sender = sender;
        this.authorizer = authorizer;
    }

    String authority() {
        return authority;
    }

    RetryPolicy retryPolicy() {
        return sender.policy();
    }

    /** The repository's name here. */
    String repository(String path) {
        return prefix + path;
    }

    /** @param path below {@code /v2/} */
    URI uri(String path) throws IOException {
        return base().resolve("/v2/" + path);
    }

    /** Sends the request as often as it takes. */
    Answer send(Call call, Scope scope) throws IOException {
        return guarded(() -> sender.send(() -> authorized(call, scope, bytes -> {}), answered));
    }

    /** As {@link #send}, with an answer's whole body of at most so many bytes. */
    Answer fetch(Call call, Scope scope, int most) throws IOException {
        return guarded(
                () -> sender.send(() -> authorized(call, scope, bytes -> {}).whole(most), answered));
    }

    /**
     * Sends the request once.
     *
     * @throws IOException where the connection breaks; whether to try again is the caller's to say
     */
    Answer sendOnce(Call call, Scope scope, LongConsumer taken) throws IOException {
        return authorized(call, scope, taken);
    }

    /** @throws RegistryException where it does not take who we are */
    void requireLogin() throws IOException {
        try (Answer answer = send(Call.get(uri("")), Scope.NONE)) {
            if (answer.status() == 401 || answer.status() == 403) {
                throw new RegistryException(
                        "does not take the user name and password: " + ServerError.words(answer),
                        answer.status(),
                        null);
            }
            if (answer.status() != 200) {
                throw Refusal.of(answer, this);
            }
        }
    }

    private Answer authorized(Call call, Scope scope, LongConsumer taken) throws IOException {
        Optional<String> shown = authorizer.header(scope);
        Answer answer = sender.transport().send(with(call, shown), taken);
        answered = true;
        if (answer.status() != 401 || !Addresses.origin(answer.uri()).equals(Addresses.origin(base()))) {
            return answer;
        }
        Answer refusal = answer.kept();
        List<Challenge> challenges = Challenge.parse(answer.headers().allValues("WWW-Authenticate"));
        if (!authorizer.refused(challenges, scope, shown)) {
            return refusal;
        }
        return sender.transport().send(with(call, authorizer.header(scope)), taken);
    }

    /** What the registry asked to be sent to another server is sent without saying who we are. */
    private Call with(Call call, Optional<String> authorization) throws IOException {
        boolean here = Addresses.origin(call.uri()).equals(Addresses.origin(base()));
        return authorization.isPresent() && here ? call.with("Authorization", authorization.get()) : call;
    }

    private synchronized URI base() throws IOException {
        if (base == null) {
            base = schemes.size() == 1 ? URI.create(schemes.get(0) + "://" + authority) : guarded(this::probe);
        }
        return base;
    }

    /** Finds out which of the schemes it speaks. */
    private URI probe() throws IOException {
        Backoff backoff = new Backoff(sender.policy());
        while (true) {
            IOException failure = new IOException("it speaks none of " + schemes);
            for (String scheme : schemes) {
                URI candidate = URI.create(scheme + "://" + authority);
                try (Answer answer = sender.transport().send(Call.get(candidate.resolve("/v2/")))) {
                    answer.discard();
                    // What servers answer to plain HTTP where they expect TLS.
                    if (answer.status() != 400) {
                        return candidate;
                    }
                } catch (SSLException e) {
                    failure.addSuppressed(e);
                } catch (IOException e) {
                    failure = e;
                }
            }
            backoff.pauseOrThrow(failure, false);
        }
    }

    private interface Action<T> {
        T run() throws IOException;
    }

    /** A connection that broke is the registry's failure. */
    private <T> T guarded(Action<T> action) throws IOException {
        try {
            return action.run();
        } catch (RegistryException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new RegistryException(Trouble.words(e), e);
        }
    }
}
