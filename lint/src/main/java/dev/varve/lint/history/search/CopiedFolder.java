package dev.varve.lint.history.search;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Run;
import dev.varve.lint.movement.Movement;
import java.util.Optional;

/**
 * A COPY of one folder of the build context to the folder in which a RUN works.
 *
 * @param source the folder's path with a slash at its end; empty for the whole context
 * @param destination where it goes, as it is written, with a slash at its end
 */
record CopiedFolder(Copy copy, String source, String destination) {

    /** Empty where a COPY is another one. */
    static Optional<CopiedFolder> of(Copy copy, Movement movement, Run run) {
        boolean plain = copy.from() == null
                && copy.sources().size() == 1
                && copy.inlineSources().isEmpty()
                && copy.excludes().isEmpty()
                && !copy.parents();
        if (!plain || !copy.sources().get(0).text().matches("[\\w./-]+")) {
            return Optional.empty();
        }
        String written = copy.destination().text();
        Optional<String> folder = movement.folderAt(run);
        Optional<String> to =
                written.startsWith("/") ? Optional.of(clean(written)) : inside(movement.folderAt(copy), clean(written));
        if (folder.isEmpty() || written.contains("$") || !to.equals(folder)) {
            return Optional.empty();
        }
        String source = clean(copy.sources().get(0).text()).replaceFirst("^/", "");
        String destination = clean(written).isEmpty() ? "." : clean(written);
        return Optional.of(new CopiedFolder(
                copy, source.isEmpty() ? "" : source + "/", destination.equals("/") ? "/" : destination + "/"));
    }

    private static Optional<String> inside(Optional<String> folder, String path) {
        return path.isEmpty() ? folder : folder.map(parent -> parent.equals("/") ? "/" + path : parent + "/" + path);
    }

    /** Without dots in front and slashes at the end; the folder itself is empty. */
    private static String clean(String path) {
        String clean = path.replaceFirst("^(\\./+)+", "").replaceFirst("(?<=.)/+(\\.?/*)*$", "");
        return clean.equals(".") ? "" : clean;
    }

    /** A path of the context, seen from the folder. */
    String inside(String path) {
        return path.substring(source.length());
    }
}
