package dev.varve.plan;

import dev.varve.context.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code COPY} and {@code ADD}.
 *
 * @param parent what is copied into
 * @param link whether the files make a layer of their own, independent of {@code parent}
 */
public record CopyFiles(Source parent, List<CopyAction> actions, boolean link) implements Operation {
    public CopyFiles {
        actions = List.copyOf(actions);
    }

    /** The copy alone, into an empty file system; what {@code --link} then lays over the parent. */
    public CopyFiles unlinked() {
        return new CopyFiles(new Source.Scratch(), actions, false);
    }

    /**
     * The parent, then one input a source. What is copied out of the parent itself depends on the parent as such, not
     * on the content of the paths (BuildKit {@code solver/llbsolver/ops/file.go}, {@code markInvalid}).
     */
    @Override
    public List<Input> inputs() {
        Map<Source, List<Selector>> bySource = new LinkedHashMap<>();
        if (!(parent instanceof Source.Scratch)) {
            bySource.put(parent, new ArrayList<>());
        }
        for (CopyAction action : actions) {
            if (!(action.source() instanceof Source.Scratch)) {
                bySource.computeIfAbsent(action.source(), source -> new ArrayList<>())
                        .add(action.files());
            }
        }
        List<Input> inputs = new ArrayList<>();
        bySource.forEach((source, selectors) -> {
            boolean isParent = source.equals(parent);
            inputs.add(new Input(source, isParent ? List.of() : selectors, !isParent));
        });
        return inputs;
    }

    @Override
    public String definition() {
        List<Source> sources = inputs().stream().map(Input::source).toList();
        Definition definition = new Definition("copy").add(sources.indexOf(parent));
        for (CopyAction action : actions) {
            definition.add(action.definition()).add(sources.indexOf(action.source()));
        }
        return definition.toString();
    }
}
