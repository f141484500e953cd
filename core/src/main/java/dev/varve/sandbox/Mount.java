package dev.varve.sandbox;

import java.nio.file.Path;

/** Something of the host's, or memory, put over a path of a root file system; what is missing on the way there is made. */
public sealed interface Mount {
    /** An absolute path in the root file system. */
    String destination();

    /** @param source a folder or a file of the host */
    record Bind(Path source, String destination, boolean readOnly) implements Mount {
        public Bind {
            requireDestination(destination);
        }
    }

    /**
     * @param size the most bytes that it takes; 0 for half of the memory
     * @param mode the permission bits of the folder, such as 01777
     */
    record Tmpfs(String destination, long size, int mode) implements Mount {
        public Tmpfs {
            requireDestination(destination);
        }
    }

    private static void requireDestination(String path) {
        if (!path.startsWith("/") || path.indexOf('\n') >= 0 || path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("'" + path + "' is not an absolute path");
        }
        String within = "/" + path + "/";
        if (path.matches("/+") || within.contains("/../") || within.matches("/+(\\./+)*proc/.*")) {
            throw new IllegalArgumentException("nothing can be mounted on '" + path + "'");
        }
    }
}
