package dev.varve.plan;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths inside a container, as Go's {@code path} package and BuildKit's {@code util/system/path.go} treat them. */
final class ContainerPath {
    private ContainerPath() {}

    /** {@code path} seen from {@code folder}: absolute, without {@code .}, {@code ..} and doubled slashes. */
    static String resolve(String folder, String path) {
        return clean(path.startsWith("/") ? path : folder + "/" + path);
    }

    /** What {@code WORKDIR path} makes of a working directory: an absolute path stays as it is written. */
    static String workdir(String folder, String path) {
        if (path.isEmpty()) {
            return folder.isEmpty() ? "/" : folder;
        }
        return path.startsWith("/") ? path : resolve(folder, path);
    }

    /** As {@link #resolve}, but a trailing slash or {@code /.} stays: a destination with one is a folder. */
    static String destination(String folder, String path) {
        String wanted = path.isEmpty() || path.equals(".") ? "./" : path;
        String resolved = resolve(folder, wanted);
        if (wanted.endsWith("/")) {
            return resolved.equals("/") ? resolved : resolved + "/";
        }
        if (wanted.endsWith("/.")) {
            return resolved.equals("/") ? "/." : resolved + "/.";
        }
        return resolved;
    }

    /** An absolute path without {@code .}, {@code ..} and doubled slashes; nothing lies above the root. */
    static String clean(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            switch (name) {
                case "", "." -> {}
                case ".." -> names.pollLast();
                default -> names.addLast(name);
            }
        }
        return "/" + String.join("/", names);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
