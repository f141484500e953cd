package dev.varve.registry;

/** An answer that is not the one hoped for, in words. */
final class Refusal {
    private Refusal() {}

    /** Reads the answer's body. */
    static RegistryException of(Answer answer, Endpoint endpoint) {
        String words = switch (answer.status()) {
            case 401 -> "it is not there or needs a login: varve login " + endpoint.authority();
            case 403 -> "access is denied; it is not there, or the login does not allow it";
            case 404 -> "it is not there";
            case 407 ->
                "the proxy needs a login; it goes into HTTPS_PROXY, and Java wants"
                        + " -Djdk.http.auth.tunneling.disabledSchemes= to send it";
            case 429 -> "too many requests";
            default -> "the request failed";
        };
        String until = answer.header("Retry-After")
                .map(time -> "; it asks to be left alone until "
                        + Plain.text(time.matches("[0-9]+") ? time + " s have passed" : time))
                .orElse("");
        return new RegistryException(words + until + ": " + ServerError.words(answer), answer.status(), null);
    }
}
