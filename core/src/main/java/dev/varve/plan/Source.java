package dev.varve.plan;

import dev.varve.image.Platform;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the files come from that an operation starts with, copies or mounts. Those that are looked up compare and print themselves,
 * as what a record would have for it is put together when first used, which is slow. What they print is part of cache keys.
 */
public sealed interface Source {

    /** Nothing: {@code FROM scratch}. */
    record Scratch() implements Source {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Scratch;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /**
     * An image.
     *
     * @param reference its complete name
     * @param identity what stands for its content in cache keys
     */
    record Image(String reference, Platform platform, String identity) implements Source {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Image image
                    && reference.equals(image.reference)
                    && platform.equals(image.platform)
                    && identity.equals(image.identity);
        }

        @Override
        public int hashCode() {
            return Objects.hash(reference, platform, identity);
        }

        @Override
        public String toString() {
            return "Image[reference=" + reference + ", platform=" + platform + ", identity=" + identity + "]";
        }
    }

    /** What a step leaves behind. */
    record Result(Step step) implements Source {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Result result && step.equals(result.step);
        }

        @Override
        public int hashCode() {
            return step.hashCode();
        }
    }

    /** A build context: the main one, whose name is empty, or a named one. */
    record Context(String name) implements Source {
        public static final Context MAIN = new Context("");

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Context context && name.equals(context.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** One file whose content is in the Dockerfile. */
    record Inline(String name, String content, int mode) implements Source {
        @Override
        public String toString() {
            return "Inline[name=" + name + ", content=" + content + ", mode=" + mode + "]";
        }
    }

    /**
     * The empty folder that a cache mount starts with.
     *
     * @param ownership its owner, group and mode
     */
    record EmptyFolder(String ownership) implements Source {
        @Override
        public String toString() {
            return "EmptyFolder[ownership=" + ownership + "]";
        }
    }

    /**
     * A URL or a git repository.
     *
     * @param fileName what a downloaded file is called
     * @param checksum what its content must have: a digest, or a commit; empty where anything will do
     */
    record Remote(String url, boolean git, String fileName, String checksum, boolean keepGitDir) implements Source {}
}
