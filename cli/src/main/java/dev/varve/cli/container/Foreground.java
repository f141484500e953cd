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

    Attachment attachment() {
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
        void signal(String name) throws IOException, InterruptedException;

        int waitFor() throws IOException, InterruptedException;
    }

    /** Waits for its end, and hands signals on until then. */
    @SuppressWarnings("try")
    int await(Job job, OutputStream stdin, boolean signals) throws IOException, InterruptedException {
        if (!isOwnInput()) {
            feed(stdin);
        }
        if (!signals) {
            return job.waitFor();
        }
        try (SignalProxy proxy = new SignalProxy(name -> send(job, name), () -> send(job, "KILL"))) {
            return job.waitFor();
        }
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
