package dev.varve.plan;

import java.util.List;

/** What a step does to a file system. Instructions that only change the image's configuration have none. */
public sealed interface Operation permits Pull, Exec, CopyFiles, MakeFolder {

    /** The file system that it changes; the image itself of what brings one. */
    Source parent();

    /** What it depends on; the file system that it changes first, if it changes one. */
    List<Input> inputs();

    /**
     * Everything that decides its result except its inputs, in a canonical form: two operations with equal definitions
     * and equal inputs give the same result, as far as a cache may assume.
     */
    String definition();
}
