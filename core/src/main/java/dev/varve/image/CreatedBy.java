package dev.varve.image;

import java.util.regex.Pattern;

/** Instructions as an image's history has them. */
public final class CreatedBy {
    private static final Pattern SHELL = Pattern.compile("^RUN (\\|\\d+ .*? )?/bin/sh -c ");
    private static final Pattern MARK = Pattern.compile(" # buildkit$");

    private CreatedBy() {}

    /** As it is written in a Dockerfile, but for blanks. */
    public static String plain(String createdBy) {
        String text = MARK.matcher(createdBy).replaceFirst("");
        return SHELL.matcher(text).replaceFirst("RUN ").strip().replaceAll("\\s+", " ");
    }
}
