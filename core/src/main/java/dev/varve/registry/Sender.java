package dev.varve.registry;

import java.io.IOException;

/** Sends requests again where the server is busy or the connection breaks. */
final class Sender {
    private final Transport transport;
    private final RetryPolicy policy;

    Sender(Transport transport, RetryPolicy policy) {
        this.transport = transport;
        this.policy = policy;
    }

    /** One attempt at a request. */
    interface Attempt {
        Answer send() throws IOException;
    }

    RetryPolicy policy() {
        return policy;
    }

    Transport transport() {
        return transport;
    }

    Answer send(Call call) throws IOException {
        return send(() -> transport.send(call), false);
    }

    /**
     * The first answer that is not one of a busy server; when patience is at an end, that one.
     *
     * @param known whether the server has answered before
     */
    Answer send(Attempt attempt, boolean known) throws IOException {
        Backoff backoff = new Backoff(policy);
        while (true) {
            try {
                Answer answer = attempt.send();
                if (!BusyException.isBusy(answer.status())) {
                    return answer;
                }
                backoff.pauseOrThrow(new BusyException(answer.kept()), known);
            } catch (BusyException e) {
                return e.answer();
            } catch (IOException e) {
                backoff.pauseOrThrow(e, known);
            }
        }
    }
}
