package dev.varve.junit.assertions;

import dev.varve.image.CreatedBy;

/** Instructions as an image's history has them, compared with how they are written in a Dockerfile. */
final class InstructionText {
    private InstructionText() {}

    /** As it is written in a Dockerfile, but for blanks. */
    static String plain(String createdBy) {
        return CreatedBy.plain(createdBy);
    }

    /** Whether it is the wanted one, which may be its beginning only. */
    static boolean begins(String createdBy, String wanted) {
        return plain(createdBy).startsWith(wanted.strip().replaceAll("\\s+", " "));
    }
}
