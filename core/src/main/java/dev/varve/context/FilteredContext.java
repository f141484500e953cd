package dev.varve.context;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A context seen through an ignore file. */
final class FilteredContext implements BuildContext {
    private final BuildContext all;
    private final FileTree tree;
    private final DockerIgnore ignore;

    FilteredContext(BuildContext all, DockerIgnore ignore) {
        this.all = all;
        this.ignore = ignore;
        this.tree = FileTree.of(new Filter(ignore).apply(all.tree()));
    }

    @Override
    public FileTree tree() {
        return tree;
    }

    @Override
    public String digest(Entry file) throws IOException {
        return all.digest(file);
    }

    @Override
    public Map<String, String> attributes(Entry entry) throws IOException {
        return all.attributes(entry);
    }

    @Override
    public InputStream open(Entry file) throws IOException {
        return all.open(file);
    }

    @Override
    public Optional<Instant> modified(Entry entry) {
        return all.modified(entry);
    }

    @Override
    public Optional<Object> sharedFile(Entry file) {
        return all.sharedFile(file);
    }

    @Override
    public void prepare(Collection<Entry> entries) throws IOException {
        all.prepare(entries);
    }

    @Override
    public List<Problem> problems() {
        return all.problems().stream()
                .filter(problem -> !ignore.excludes(problem.path()))
                .toList();
    }

    private static final class Filter {
        private final DockerIgnore ignore;
        private final List<Entry> kept = new ArrayList<>();
        private final Deque<Folder> folders = new ArrayDeque<>();

        Filter(DockerIgnore ignore) {
            this.ignore = ignore;
        }

        List<Entry> apply(FileTree tree) {
            for (int i = 0; i < tree.size(); i++) {
                Entry entry = tree.entries().get(i);
                while (!folders.isEmpty() && !entry.path().startsWith(folders.getFirst().prefix)) {
                    folders.pop();
                }
                boolean isFolder = entry.type() == EntryType.DIRECTORY;
                DockerIgnore.Verdict verdict =
                        ignore.judge(entry.path(), isFolder, folders.isEmpty() ? null : folders.getFirst().verdict);
                if (verdict.included()) {
                    keepFolders();
                    kept.add(entry);
                }
                if (verdict.walked()) {
                    folders.push(new Folder(entry, verdict));
                } else if (isFolder) {
                    i = tree.end(i) - 1;
                }
            }
            return kept;
        }

        private void keepFolders() {
            folders.descendingIterator().forEachRemaining(folder -> {
                if (!folder.kept) {
                    folder.kept = true;
                    kept.add(folder.entry);
                }
            });
        }
    }

    private static final class Folder {
        private final Entry entry;
        private final String prefix;
        private final DockerIgnore.Verdict verdict;
        private boolean kept;

        Folder(Entry entry, DockerIgnore.Verdict verdict) {
            this.entry = entry;
            this.prefix = entry.path() + "/";
            this.verdict = verdict;
            this.kept = verdict.included();
        }
    }
}
