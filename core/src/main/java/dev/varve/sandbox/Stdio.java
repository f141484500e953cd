package dev.varve.sandbox;

import java.nio.file.Path;

/** Where one of a process' three standard streams leads. */
public sealed interface Stdio {
    /** To that of this JVM. */
    Stdio INHERIT = new Inherited();

    /** To a stream of {@link Running}. */
    Stdio PIPE = new Pipe();

    /** To nothing. */
    Stdio NULL = new Null();

    /** To this file: read from its beginning, or made where it is missing and appended to. */
    static Stdio file(Path path) {
        return new ToFile(path);
    }

    record Inherited() implements Stdio {}

    record Pipe() implements Stdio {}

    record Null() implements Stdio {}

    record ToFile(Path path) implements Stdio {}
}
