package dev.varve.registry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;

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
     * Waits before the next attempt.
     *
     * @param asked how long the server asks to wait
     * @return false, at once, where there shall be no other attempt
     */
    boolean pause(Optional<Duration> asked) throws InterruptedIOException {
        failures++;
        if (failures >= policy.attempts()) {
            return false;
        }
        Duration wait = asked.orElseGet(() -> policy.waitAfter(failures));
        if (wait.compareTo(policy.longestWait()) > 0) {
            return false;
        }
        try {
            Thread.sleep(wait.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /**
     * As {@link #pause}, but throws the cause where there have been enough attempts or another would be in vain.
     *
     * @param known whether the server has answered before, so that it will be there again
     */
    void pauseOrThrow(IOException cause, boolean known) throws IOException {
        boolean hopeless = Trouble.isUnreachable(cause) ? !known : !Trouble.mayPass(cause);
        if (hopeless || !pause(Optional.empty())) {
            throw cause;
        }
    }
}
