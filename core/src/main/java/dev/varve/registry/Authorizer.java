package dev.varve.registry;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows one registry who is asking, in the way that it wants. */
final class Authorizer {
    /** Looks up who we are to the registry. */
    interface Source {
        Optional<Credentials> find() throws IOException;
    }

    private final Source source;
    private final TokenService tokens;
    private final Map<Scope, Token> known = new HashMap<>();
    private Optional<Credentials> credentials = Optional.empty();
    private boolean looked;
    private @Nullable Challenge challenge;

    Authorizer(Source source, TokenService tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    /** The value of the header {@code Authorization}; empty as long as the registry has not asked for one. */
    synchronized Optional<String> header(Scope scope) throws IOException {
        if (challenge == null) {
            return Optional.empty();
        }
        if (challenge.is("basic")) {
            return credentials().map(found -> ((Credentials.Password) found).basic());
        }
        Token token = known.get(scope);
        if (token == null || !token.isFresh()) {
            token = tokens.fetch(challenge, scope, credentials());
            known.put(scope, token);
        }
        return Optional.of("Bearer " + token.text());
    }

    /**
     * The registry did not take what it was shown.
     *
     * @param shown what that was
     * @return whether there is something else to show
     */
    synchronized boolean refused(List<Challenge> challenges, Scope scope, Optional<String> shown) throws IOException {
        for (Challenge offered : challenges) {
            if (offered.is("bearer")) {
                challenge = offered;
                Token token = known.get(scope);
                if (token != null && shown.equals(Optional.of("Bearer " + token.text()))) {
                    known.remove(scope);
                }
                return true;
            }
        }
        for (Challenge offered : challenges) {
            if (offered.is("basic") && credentials().orElse(null) instanceof Credentials.Password password) {
                challenge = offered;
                return !shown.equals(Optional.of(password.basic()));
            }
        }
        return false;
    }

    private Optional<Credentials> credentials() throws IOException {
        if (!looked) {
            credentials = source.find();
            looked = true;
        }
        return credentials;
    }
}
