package dev.varve.lint.layers;

import dev.varve.context.BuildContext;
import dev.varve.context.Entry;
import dev.varve.context.EntryType;
import dev.varve.context.Selector;
import dev.varve.lint.movement.KnownFiles;
import dev.varve.lint.movement.Reads;
import java.util.List;
import java.util.function.Function;

/**
 * The files of a build context, of which thousands of Dockerfiles may ask the same: what was found out for one of them is kept for
 * the others. Safe for use by several threads.
 */
public final class ContextFiles implements KnownFiles {
    private final BuildContext context;
    private final Answers answers = new Answers();

    public ContextFiles(BuildContext context) {
        this.context = context;
    }

    /** The build context itself. */
    public BuildContext context() {
        return context;
    }

    /** What selectors take of it. */
    TakenFiles taken(List<Selector> selectors) {
        return once(List.copyOf(selectors), TakenFiles.class, whole -> TakenFiles.of(whole, selectors));
    }

    /** The files that selectors take of it, without folders. */
    public List<Entry> files(List<Selector> selectors) {
        return taken(selectors).files();
    }

    @Override
    public boolean isFile(String path) {
        Entry entry = context.tree().find(path);
        return entry != null && entry.type() != EntryType.DIRECTORY;
    }

    @Override
    public boolean anyRead(String source, Reads reads) {
        return (isFile(source) && reads.includes(source))
                || once(
                        List.of(source, reads),
                        Boolean.class,
                        whole -> whole.tree().below(source).stream()
                                .anyMatch(
                                        entry -> entry.type() != EntryType.DIRECTORY && reads.includes(entry.path())));
    }

    /**
     * Works something out that costs as much as the context is large, unless that was done before.
     *
     * @param question what is worked out; equal ones have the same answer
     */
    public <T> T once(Object question, Class<T> kind, Function<BuildContext, T> answer) {
        return answers.once(question, kind, () -> answer.apply(context));
    }
}
