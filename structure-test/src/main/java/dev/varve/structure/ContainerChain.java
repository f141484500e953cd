package dev.varve.structure;

import dev.varve.engine.Container;
import dev.varve.engine.ContainerRequest;
import dev.varve.engine.Engine;
import dev.varve.engine.container.Attachment;
import dev.varve.engine.container.PullPolicy;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Containers of an image, each of what the one before left. Closing it removes all that they left. */
final class ContainerChain implements Closeable {
    private final Engine engine;
    private final RunOptions options;
    private final Deque<String> made = new ArrayDeque<>();
    private String current;

    ContainerChain(ImageUnderTest image, RunOptions options) {
        this.engine = image.engine();
        this.options = options;
        this.current = image.id();
    }

    /** Runs a command and keeps what it changed, whatever it exits with. */
    void keep(List<String> command, Map<String, String> variables) throws IOException, InterruptedException {
        Container container = request(command, variables).create();
        try {
            container.start();
            container.waitFor();
            current = container.commit().run().id().toString();
            made.push(current);
        } finally {
            container.removeByForce();
        }
    }

    Ran run(List<String> command, Map<String, String> variables) throws IOException, InterruptedException {
        BoundedOutput out = new BoundedOutput("the output");
        BoundedOutput err = new BoundedOutput("standard error");
        ContainerRequest request = request(command, variables);
        if (options.terminal()) {
            request.terminal();
        }
        Container container = request.create();
        try {
            long start = System.nanoTime();
            container.start(new Attachment(Attachment.Input.PIPE, out, err));
            int code = container.waitFor();
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            return new Ran(code, GoText.of(out.bytes()), GoText.of(err.bytes()), duration);
        } finally {
            container.removeByForce();
        }
    }

    private ContainerRequest request(List<String> command, Map<String, String> variables) throws IOException {
        ContainerRequest request = engine.container(current)
                .entrypoint()
                .command(command)
                .env(variables)
                .pull(PullPolicy.NEVER)
                .withNewPrivileges();
        OptionFlags.apply(options, request);
        return request;
    }

    @Override
    public void close() throws IOException {
        while (!made.isEmpty()) {
            engine.remove(made.pop(), true);
        }
    }
}
