package dev.varve.plan;

import dev.varve.context.Change;
import dev.varve.context.EntryType;
import dev.varve.context.Selection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Changed files in words: {@code src/a.js changed, 2 files added}. */
final class FileChanges {
    private static final int NAMED = 3;

    private final List<Change> changes;

    private FileChanges(List<Change> changes) {
        this.changes = changes;
    }

    /** Between two selections. Folders are left out where files tell of the change. */
    static FileChanges between(Selection before, Selection after) {
        List<Change> all = after.changesSince(before);
        if (all.size() == 1) {
            return new FileChanges(all);
        }
        List<Change> files = new ArrayList<>();
        for (Change change : all) {
            boolean isFolder = after.find(change.path())
                    .or(() -> before.find(change.path()))
                    .filter(entry -> entry.entry().type() == EntryType.DIRECTORY)
                    .isPresent();
            boolean cameOrWent = change.kind() == Change.Kind.ADDED || change.kind() == Change.Kind.REMOVED;
            if (!isFolder || !cameOrWent) {
                files.add(change);
            }
        }
        return new FileChanges(files.isEmpty() ? all : files);
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    List<String> paths() {
        return changes.stream().map(Change::path).toList();
    }

    String text() {
        Map<Change.Kind, List<String>> byKind = new EnumMap<>(Change.Kind.class);
        for (Change change : changes) {
            byKind.computeIfAbsent(kind(change), key -> new ArrayList<>()).add(change.path());
        }
        List<String> phrases = new ArrayList<>();
        for (Change.Kind kind : List.of(
                Change.Kind.CONTENT,
                Change.Kind.ADDED,
                Change.Kind.REMOVED,
                Change.Kind.TYPE,
                Change.Kind.MODE,
                Change.Kind.OWNER,
                Change.Kind.ATTRIBUTES)) {
            List<String> paths = byKind.get(kind);
            if (paths != null) {
                phrases.add(phrase(kind, paths));
            }
        }
        return String.join(", ", phrases);
    }

    private static Change.Kind kind(Change change) {
        return change.kind() == Change.Kind.LINK_TARGET ? Change.Kind.CONTENT : change.kind();
    }

    private static String phrase(Change.Kind kind, List<String> paths) {
        String which = paths.size() == 1 ? paths.get(0) : paths.size() + " files";
        String listed = paths.size() == 1
                ? ""
                : paths.size() <= NAMED
                        ? " (" + String.join(", ", paths) + ")"
                        : " (" + String.join(", ", paths.subList(0, NAMED)) + ", …)";
        return switch (kind) {
            case CONTENT, LINK_TARGET -> which + " changed" + listed;
            case ADDED -> which + " added" + listed;
            case REMOVED -> which + " removed" + listed;
            case TYPE -> which + " turned from a file, folder or link into another of these" + listed;
            case MODE -> which + (paths.size() == 1 ? " has another mode" : " have other modes") + listed;
            case OWNER -> which + (paths.size() == 1 ? " has another owner" : " have other owners") + listed;
            case ATTRIBUTES -> which + (paths.size() == 1 ? " has" : " have") + " other extended attributes" + listed;
        };
    }
}
