package dev.varve.cli.container;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.Failure;
import dev.varve.cli.console.Failures;
import dev.varve.engine.Container;
import dev.varve.engine.container.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Connects this process with a container that runs before it: streams, signals, exit code. */
final class Foreground {
    private final Console console;

    Foreground(Console console) {
        this.console = console;
    }

    /** Refuses a terminal for a program whose input is none, as Docker does. */
    void requireTerminal(boolean terminal, boolean interactive) {
        if (terminal && interactive && !console.terminal().in()) {
            throw new Failure("the input device is not a TTY; leave out --tty where input is piped");
        }
    }

    private Attachment attachment() {
        console.out().flush();
        console.err().flush();
        return new Attachment(
                isOwnInput() ? Attachment.Input.INHERITED : Attachment.Input.PIPE, console.raw(), console.rawErr());
    }

    private boolean isOwnInput() {
        return console.in() == System.in;
    }

    /** Something that runs. */
    interface Job {
        OutputStream stdin();

        void signal(String name) throws IOException, InterruptedException;

        int waitFor() throws IOException, InterruptedException;
    }

    /** Starts something. */
    @FunctionalInterface
    interface Start {
        Job start(Attachment attachment) throws IOException, InterruptedException;
    }

    /**
     * Runs it to its end.
     *
     * @param signals whether signals are handed on to it
     * @return its exit code
     */
    int run(boolean signals, Start start) throws IOException, InterruptedException {
        if (!signals) {
            return connected(start).waitFor();
        }
        // from before it starts: a signal that comes a moment too early must not be the end of it
        try (SignalProxy proxy = new SignalProxy()) {
            Job job = connected(start);
            proxy.handTo(name -> send(job, name));
            return job.waitFor();
        }
    }

    private Job connected(Start start) throws IOException, InterruptedException {
        Job job = start.start(attachment());
        if (!isOwnInput()) {
            feed(job.stdin());
        }
        return job;
    }

    private void send(Job job, String name) {
        try {
            job.signal(name);
        } catch (IOException e) {
            console.err().println("varve: " + Failures.inWords(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void feed(OutputStream stdin) {
        InputStream in = console.in();
        Thread feeder = new Thread(
                () -> {
                    try (stdin) {
                        in.transferTo(stdin);
                    } catch (IOException e) {
                        // it has ended, or wants no input any more
                        return;
                    }
                },
                "container input");
        feeder.setDaemon(true);
        feeder.start();
    }

    /** A container as a job. */
    static Job of(Container container) {
        return new Job() {
            @Override
            public OutputStream stdin() {
                return container.stdin();
            }

            @Override
            public void signal(String name) throws IOException, InterruptedException {
                container.kill(name);
            }

            @Override
            public int waitFor() throws IOException, InterruptedException {
                return container.waitFor();
            }
        };
    }
}
