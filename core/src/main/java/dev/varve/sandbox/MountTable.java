package dev.varve.sandbox;

import java.nio.file.Path;

/** Lines as {@code fstab(5)} has them. */
final class MountTable {
    private final StringBuilder lines = new StringBuilder();

    MountTable add(String source, Path destination, String type, String options) {
        lines.append(escape(source)).append(' ').append(escape(destination.toString()));
        lines.append(' ').append(type).append(' ').append(options).append(" 0 0\n");
        return this;
    }

    static String escape(String field) {
        return field.replace("\\", "\\134")
                .replace(" ", "\\040")
                .replace("\t", "\\011")
                .replace("\n", "\\012");
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
