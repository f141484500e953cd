package dev.varve.cli;

/** Ctrl-C, and being asked to end: the command gets the time to stop what it does, and the process ends as it was asked to. */
final class Interruption {
    private static final long PATIENCE_MILLIS = 30_000;

    private final Thread command = Thread.currentThread();
    private final Thread hook = new Thread(this::stop, "varve stop");

    private Interruption() {}

    /** From now on the calling thread is interrupted when the process is asked to end. */
    static Interruption prepare() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void stop() {
        command.interrupt();
        try {
            command.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process with this exit code, unless it is about to end anyway, with a code of its own. */
    void exit(int code) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending; exiting now would wait for the hook, and that waits for this thread
            return;
        }
        // from JDK 21 on an exit is logged, and finding who logs takes longer than many commands; there are no other
        // hooks
        Runtime.getRuntime().halt(code);
    }
}
