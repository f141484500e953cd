package dev.varve.sandbox;

import dev.varve.layer.Layer;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs processes in isolated root file systems. Safe for use by several threads. */
public interface Sandbox {
    /** The name of the sandbox that needs no OCI runtime. */
    String EMBEDDED = "embedded";

    /**
     * The sandbox that {@code $VARVE_RUNTIME} names, else the embedded one, which starts a process sooner and is the same on
     * every machine.
     */
    static Sandbox detect() throws SandboxException {
        return named(chosen());
    }

    /** What {@code $VARVE_RUNTIME} names, else {@link #EMBEDDED}; whether there is such a sandbox is not asked. */
    static String chosen() {
        String chosen = System.getenv("VARVE_RUNTIME");
        return chosen == null || chosen.isEmpty() ? EMBEDDED : chosen;
    }

    /**
     * A certain sandbox.
     *
     * @param name {@link #EMBEDDED}, or an OCI runtime: {@code crun}, {@code runc}, {@code youki} or a path of one
     */
    static Sandbox named(String name) throws SandboxException {
        if (name.equals(EMBEDDED)) {
            return new EmbeddedSandbox(Ids.detect());
        }
        if (name.startsWith("/") ? !Files.isExecutable(Path.of(name)) : !HostCommand.exists(name)) {
            throw new SandboxException("there is no OCI runtime '" + name + "': install it, or use 'embedded'");
        }
        return new RuntimeSandbox(name, Ids.detect());
    }

    /** What does the isolating, such as {@code crun} or {@code embedded}. */
    String name();

    /**
     * Starts a process. What fails after that, such as a program that does not exist, comes out of
     * {@link Running#waitFor()}.
     */
    Running start(ProcessSpec spec) throws IOException;

    /**
     * Starts a further process in a container.
     *
     * @param container its first process
     * @param spec what a container has but once is not looked at: the root file system, mounts, the host name, the network,
     *     the limit of memory
     */
    Running exec(HostProcess container, ProcessSpec spec) throws IOException;

    /**
     * Finds what was started, by this JVM or another.
     *
     * @param folder its {@link ProcessSpec#folder()}
     * @return empty where nothing was ever started with that folder; else something that may have ended
     */
    Optional<Running> find(Path folder) throws IOException;

    /**
     * Unpacks a layer into a folder that a {@link RootFolders} can have: with the owners that it has within the sandbox.
     *
     * @param below what the layer is laid over: folders that it does not tell of look as they do there
     * @param folder empty, or missing; its own mode and owner are not touched
     * @return what could not be unpacked here and why, for people; mostly nothing
     */
    List<String> unpack(Layer layer, RootFileSystem below, Path folder) throws IOException;

    /**
     * Writes what a process changed as a layer, as BuildKit would.
     *
     * @param folder the {@link ProcessSpec#folder()} of the process, which tells what was made only to be mounted on
     * @param upper the upper folder of the process
     * @param below what its lower folders come to: what is in the upper folder as it is there is no change
     * @param out gets the uncompressed layer; it is not closed
     */
    void pack(Path folder, Path upper, RootFileSystem below, OutputStream out) throws IOException;

    /** Deletes a folder and all that is in it, whomever it belongs to. */
    void delete(Path folder) throws IOException;
}
