package dev.varve.cli.build;

/** Shows a build to somebody. Called by one thread at a time. */
interface Display extends AutoCloseable {
    default void started(Vertex vertex) {}

    /** Something that its process printed. */
    default void line(Vertex vertex, String line) {}

    /** Something that is to be said of it. */
    default void detail(Vertex vertex, String text) {}

    default void ended(Vertex vertex) {}

    default void warning(String message) {}

    /** How many steps there are to be. */
    default void total(int steps) {}

    @Override
    default void close() {}
}
