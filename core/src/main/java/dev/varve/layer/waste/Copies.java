package dev.varve.layer.waste;

import dev.varve.image.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files that a file system shows under several paths without their being one. */
final class Copies {
    private record Shown(String path, StackedFile file) {}

    private static final Comparator<Shown> LOWEST_FIRST =
            Comparator.<Shown>comparingInt(shown -> shown.file.layer).thenComparing(Shown::path);

    private Copies() {}

    /** All but the first of each content, which is that of the lowest layer. */
    static List<WastedFile> among(Map<String, StackedFile> files, FileContents contents) throws IOException {
        List<WastedFile> copies = new ArrayList<>();
        for (List<Shown> candidates : bySize(files)) {
            Map<Digest, Shown> first = new HashMap<>();
            candidates.sort(LOWEST_FIRST);
            for (Shown candidate : candidates.size() == 1 ? List.<Shown>of() : candidates) {
                Shown original = first.putIfAbsent(contents.digest(candidate.file), candidate);
                if (original != null) {
                    copies.add(new WastedFile(
                            candidate.path,
                            candidate.file.size(),
                            WastedFile.Cause.DUPLICATED,
                            candidate.file.layer,
                            candidate.file.layer,
                            Optional.of(original.path)));
                }
            }
        }
        return copies;
    }

    private static Collection<List<Shown>> bySize(Map<String, StackedFile> files) {
        Map<Long, List<Shown>> bySize = new HashMap<>();
        Set<StackedFile> seen = new HashSet<>();
        files.forEach((path, file) -> {
            if (file.size() > 0 && seen.add(file)) {
                bySize.computeIfAbsent(file.size(), size -> new ArrayList<>()).add(new Shown(path, file));
            }
        });
        return bySize.values();
    }
}
