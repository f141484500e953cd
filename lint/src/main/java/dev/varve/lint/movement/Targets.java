package dev.varve.lint.movement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Where a COPY or ADD may write: absolute paths, each with everything below it. The last name of one may have stars, where it
 * stands for files of such names.
 */
record Targets(List<String> paths) {
    private static final Pattern FILES =
            Pattern.compile("[\\w.-]*\\*[\\w.-]*\\.(json|ya?ml|lock|toml|mod|sum|txt|xml)");

    Targets {
        paths = List.copyOf(paths);
    }

    /**
     * Empty where the destination is not known.
     *
     * @param isFile whether a source is surely one file
     */
    static Optional<Targets> of(Files files, Predicate<String> isFile) {
        if (files.destination().isEmpty()) {
            return Optional.empty();
        }
        String destination = files.destination().get();
        boolean folder = files.sources().size() > 1 || files.written().matches("(.*/)?\\.{0,2}");
        List<String> paths = new ArrayList<>();
        for (String source : files.sources()) {
            String name = source.substring(source.lastIndexOf('/') + 1);
            boolean file = FILES.matcher(name).matches() || (!files.isFromElsewhere() && isFile.test(source));
            paths.add(folder && file ? Folders.resolve(destination, name) : destination);
        }
        return Optional.of(new Targets(paths));
    }

    /** Whether both may write to one path. */
    boolean overlap(Targets other) {
        return paths.stream().anyMatch(one -> other.paths.stream().anyMatch(two -> overlap(one, two)));
    }

    private static boolean overlap(String one, String two) {
        if (!one.contains("*")) {
            return two.contains("*") ? overlap(two, one) : Folders.overlap(one, two);
        }
        String folder = Folders.resolve("/", one.substring(0, one.lastIndexOf('/')));
        String below = two.startsWith(folder.equals("/") ? folder : folder + "/")
                ? two.substring(folder.length()).replaceFirst("^/", "").replaceFirst("/.*", "")
                : "";
        boolean named = !below.isEmpty() && (below.contains("*") || matches(one, below));
        return named || folder.equals(two) || folder.startsWith(two.equals("/") ? two : two + "/");
    }

    private static boolean matches(String pattern, String name) {
        String last = pattern.substring(pattern.lastIndexOf('/') + 1);
        return name.matches("\\Q" + last.replace("*", "\\E.*\\Q") + "\\E");
    }
}
