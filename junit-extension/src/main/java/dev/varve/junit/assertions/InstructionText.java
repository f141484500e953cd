package dev.varve.junit.assertions;

import java.util.regex.Pattern;

/** Instructions as an image's history has them, compared with how they are written in a Dockerfile. */
final class InstructionText {
    private static final Pattern SHELL = Pattern.compile("^RUN (\\|\\d+ .*? )?/bin/sh -c ");
    private static final Pattern MARK = Pattern.compile(" # buildkit$");

    private InstructionText() {}

    /** As it is written in a Dockerfile, but for blanks. */
    static String plain(String createdBy) {
        String text = MARK.matcher(createdBy).replaceFirst("");
        return SHELL.matcher(text).replaceFirst("RUN ").strip().replaceAll("\\s+", " ");
    }

    /** Whether it is the wanted one, which may be its beginning only. */
    static boolean begins(String createdBy, String wanted) {
        return plain(createdBy).startsWith(wanted.strip().replaceAll("\\s+", " "));
    }
}
