package dev.varve.plan;

import java.util.List;

/**
 * Why a step is not taken from the cache.
 *
 * @param kind what sort of thing it is
 * @param line the line of the changed Dockerfile that a person should look at, from 1
 * @param paths the files it is about, relative to their build context; empty where it is about none
 * @param text a phrase for a person, such as {@code src/a.js changed, 2 files added}
 */
public record Cause(Kind kind, int line, List<String> paths, String text) {
    public Cause {
        paths = List.copyOf(paths);
    }

    /** The sorts of causes. */
    public enum Kind {
        /** The instruction is written differently. */
        INSTRUCTION,
        /** An ARG has another value. */
        ARGUMENT,
        /** A variable of ENV or of the base image has another value. */
        ENVIRONMENT,
        /** The stage begins with another image. */
        BASE,
        /** It is for another platform. */
        PLATFORM,
        /** Files that it reads of a build context differ. */
        FILES,
        /** A file that it reads is not there, so that the build fails. */
        MISSING,
        /** An earlier step of its stage, or the stage it begins with, runs again. */
        STEP,
        /** A stage that it copies from, or mounts, runs again. */
        STAGE,
        /** It was not there before. */
        NEW,
        /** Only the image's configuration changes; nothing runs. */
        CONFIG
    }
}
