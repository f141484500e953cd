package dev.varve.plan;

import dev.varve.image.Platform;

/** Where the files come from that an operation starts with, copies or mounts. */
public sealed interface Source {

    /** Nothing: {@code FROM scratch}. */
    record Scratch() implements Source {}

    /**
     * An image.
     *
     * @param reference its complete name
     * @param identity what stands for its content in cache keys
     */
    record Image(String reference, Platform platform, String identity) implements Source {}

    /** What a step leaves behind. */
    record Result(Step step) implements Source {}

    /** A build context: the main one, whose name is empty, or a named one. */
    record Context(String name) implements Source {
        public static final Context MAIN = new Context("");
    }

    /** One file whose content is in the Dockerfile. */
    record Inline(String name, String content, int mode) implements Source {}

    /**
     * The empty folder that a cache mount starts with.
     *
     * @param ownership its owner, group and mode
     */
    record EmptyFolder(String ownership) implements Source {}

    /**
     * A URL or a git repository.
     *
     * @param fileName what a downloaded file is called
     * @param checksum what its content must have: a digest, or a commit; empty where anything will do
     */
    record Remote(String url, boolean git, String fileName, String checksum, boolean keepGitDir) implements Source {}
}
