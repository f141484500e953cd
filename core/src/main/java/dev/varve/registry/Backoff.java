package dev.varve.registry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/** Waits between the attempts of one request, longer each time, until there have been enough. */
final class Backoff {
    private final RetryPolicy policy;
    private int failures;

    Backoff(RetryPolicy policy) {
        this.policy = policy;
    }

    /** Something was achieved: what failed before does not count any more. */
    void reset() {
        failures = 0;
    }

    /**
     * Waits before the next attempt, or throws the cause where there have been enough or another would be in vain.
     *
     * @param known whether the server has answered before, so that it will be there again
     */
    void pauseOrThrow(IOException cause, boolean known) throws IOException {
        failures++;
        boolean hopeless = Trouble.isUnreachable(cause) ? !known : !Trouble.mayPass(cause);
        Duration wait = cause instanceof BusyException busy
                ? busy.retryAfter().orElseGet(() -> policy.waitAfter(failures))
                : policy.waitAfter(failures);
        if (hopeless || failures >= policy.attempts() || wait.compareTo(policy.longestWait()) > 0) {
            throw cause;
        }
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
