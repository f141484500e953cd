package dev.varve.junit;

import dev.varve.engine.CommitRequest;
import dev.varve.engine.ExecResult;
import dev.varve.engine.NotFoundException;
import dev.varve.engine.container.Attachment;
import dev.varve.engine.container.ContainerView;
import dev.varve.engine.container.FileChange;
import dev.varve.junit.files.ImageFileSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A container of a test. It ends with the test at the latest, with all it wrote. Whatever waits for it waits for a limited
 * time, and says what it printed where it waited in vain. Safe for use by several threads.
 *
 * <p>Its methods throw {@link VarveException} where the engine cannot do what is asked.
 */
public final class Container implements AutoCloseable {
    private final Scope scope;
    private final Image image;
    private final dev.varve.engine.Container container;
    private final Duration timeout;
    private final ContainerOutput output = new ContainerOutput();
    private final List<ContainerView> views = new ArrayList<>();
    private volatile boolean ended;
    private volatile int exitCode;
    private volatile @Nullable String log;

    Container(Scope scope, Image image, dev.varve.engine.Container container, Duration timeout) {
        this.scope = scope;
        this.image = image;
        this.container = container;
        this.timeout = timeout;
    }

    void start() throws IOException, InterruptedException {
        container.start(new Attachment(Attachment.Input.PIPE, output.outStream(), output.errStream()));
        Thread watch = new Thread(this::watch, "varve " + container.name());
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        try {
            exitCode = container.waitFor();
        } catch (IOException | InterruptedException e) {
            exitCode = stateCode();
        }
        ended = true;
        output.changed();
    }

    private int stateCode() {
        try {
            return container.state().exitCode();
        } catch (IOException e) {
            return -1;
        }
    }

    ContainerOutput output() {
        return output;
    }

    boolean hasEnded() {
        return ended;
    }

    /** The container as the engine has it. */
    public dev.varve.engine.Container engineContainer() {
        return container;
    }

    /** The image that it was made of. */
    public Image image() {
        return image;
    }

    public String id() {
        return container.id();
    }

    public String name() {
        return container.name();
    }

    public boolean isRunning() {
        return !ended;
    }

    /**
     * What it ended with.
     *
     * @throws IllegalStateException where it runs; {@link #await()} waits for its end
     */
    public int exitCode() {
        if (!ended) {
            throw new IllegalStateException(this + " has not ended; await() waits for that");
        }
        return exitCode;
    }

    /** Waits for its end. */
    public Container await() {
        return await(Wait.exit());
    }

    /** Waits for something of it. */
    public Container await(Wait wait) {
        return await(wait, timeout);
    }

    /** The same with another patience. */
    public Container await(Wait wait, Duration longest) {
        try {
            new Waiting(this, longest).await(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VarveException(String.valueOf(e.getMessage()), e);
        }
        return this;
    }

    /** What it has printed so far, on both streams. */
    public String logs() {
        String kept = log;
        return kept != null ? kept : output.all();
    }

    /** What it has printed so far to its standard output. */
    public String out() {
        return output.out();
    }

    /** What it has printed so far to its standard error. */
    public String err() {
        return output.err();
    }

    /** Types a line. It needs an open standard input: {@code stdin}. */
    public void sendLine(String line) {
        send(line + "\n");
    }

    /** Types something. It needs an open standard input: {@code stdin}. */
    public void send(String text) {
        Unchecked.run(() -> {
            if (!container.settings().interactive()) {
                throw new IOException(this + " has no standard input; say stdin() or @Run(stdin = true)");
            }
            OutputStream in = container.stdin();
            in.write(text.getBytes(StandardCharsets.UTF_8));
            in.flush();
        });
    }

    /** Ends its standard input. */
    public void closeStdin() {
        Unchecked.run(() -> container.stdin().close());
    }

    /** Runs a further process in it to its end. */
    public ExecResult exec(String... command) {
        return Unchecked.get(() -> new TimedExec(this, timeout).run(List.of(command)));
    }

    /** Its variables, as its image and its caller have set them. */
    public Map<String, String> environment() {
        return Unchecked.get(() -> container.settings().config().environment());
    }

    /** The command lines of its processes, the first one first; none where it has ended. */
    public List<String> processes() {
        return Unchecked.get(() -> ContainerProcesses.of(container));
    }

    /** What it changed of the files of its image, sorted by path. */
    public List<FileChange> changes() {
        return Unchecked.get(container::changes);
    }

    /** Its files as they are now. What is mounted in it is not seen. */
    public ImageFileSystem files() {
        return Unchecked.get(() -> {
            ContainerView view = container.view();
            synchronized (views) {
                views.add(view);
            }
            return ImageFileSystem.of(container.id(), view.root());
        });
    }

    /** A file of it as it is now. */
    public Path path(String path) {
        return files().getPath(path);
    }

    /** Copies a file or folder of this machine into it. It must not run: {@link RunRequest#copyIn} copies before it starts. */
    public void copyIn(Path from, String to) {
        Unchecked.run(() -> container.copyIn(from.toString(), to));
    }

    /** Copies a file or folder of it to this machine. */
    public void copyOut(String from, Path to) {
        Unchecked.run(() -> container.copyOut(from, to.toString()));
    }

    /** Makes an image of it. */
    public Image commit() {
        return commit(request -> {});
    }

    /** The same with a message, a name or other instructions. */
    public Image commit(Consumer<CommitRequest> settings) {
        return Unchecked.get(() -> {
            CommitRequest request = container.commit();
            settings.accept(request);
            return new Image(
                    scope, new BuiltImage(request.run(), java.util.Optional.empty(), ""), "the commit of " + this);
        });
    }

    /** Asks it to end as its image says, and ends it where it does not. */
    public void stop() {
        Unchecked.run(container::stop);
        await();
    }

    /** Sends its first process a signal, such as {@code SIGHUP}. */
    public void kill(String signal) {
        Unchecked.run(() -> container.kill(signal));
    }

    /** Ends it and removes it with all it wrote; what it printed stays. A second time nothing is done. */
    @Override
    public void close() {
        if (log != null) {
            return;
        }
        Unchecked.run(() -> {
            try {
                synchronized (views) {
                    for (ContainerView view : views) {
                        view.close();
                    }
                    views.clear();
                }
                container.removeByForce();
            } catch (NotFoundException e) {
                // a test may have removed it itself
            }
        });
        log = output.all();
    }

    /** As a person would call it. */
    @Override
    public String toString() {
        return "container '" + Unchecked.get(this::commandLine) + "' of " + image;
    }

    private String commandLine() throws IOException {
        try {
            return String.join(" ", container.settings().arguments());
        } catch (NotFoundException e) {
            return container.name();
        }
    }
}
