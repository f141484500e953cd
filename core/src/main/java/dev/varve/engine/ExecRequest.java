package dev.varve.engine;

import dev.varve.engine.container.Attachment;
import dev.varve.engine.container.ContainerProcess;
import dev.varve.engine.container.ExecSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A further process to run in a container: {@code container.exec("cat", "/etc/passwd").run()}. */
public final class ExecRequest {
    private final Container container;
    private final List<String> command;
    private final List<String> environment = new ArrayList<>();
    private String user = "";
    private String workingDirectory = "";
    private boolean terminal;
    private boolean interactive;

    ExecRequest(Container container, List<String> command) {
        this.container = container;
        this.command = command;
    }

    public ExecRequest env(String variable, String value) {
        environment.add(variable + "=" + value);
        return this;
    }

    public ExecRequest env(Map<String, String> variables) {
        variables.forEach(this::env);
        return this;
    }

    /** Who runs it; the container's user where this is not said. */
    public ExecRequest user(String userAndGroup) {
        user = userAndGroup;
        return this;
    }

    /** The container's where this is not said. */
    public ExecRequest workingDirectory(String path) {
        workingDirectory = path;
        return this;
    }

    /** Gives it a terminal. */
    public ExecRequest terminal() {
        terminal = true;
        return this;
    }

    /** Keeps its standard input open. */
    public ExecRequest interactive() {
        interactive = true;
        return this;
    }

    /**
     * Runs it to its end.
     *
     * @throws dev.varve.store.StoreException where the container does not run
     */
    public ExecResult run() throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ContainerProcess process = start(new Attachment(Attachment.Input.PIPE, out, err));
        process.stdin().close();
        int code = process.waitFor();
        return new ExecResult(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /**
     * Starts it.
     *
     * @throws dev.varve.store.StoreException where the container does not run
     */
    public ContainerProcess start(Attachment attachment) throws IOException {
        return container.start(settings(), attachment);
    }

    /** Starts it and leaves it to itself. */
    public void startDetached() throws IOException {
        container.startDetached(settings());
    }

    private ExecSettings settings() {
        return new ExecSettings(command, environment, user, workingDirectory, terminal, interactive);
    }
}
