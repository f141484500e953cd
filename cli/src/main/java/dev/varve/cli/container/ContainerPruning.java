package dev.varve.cli.container;

import dev.varve.cli.console.Console;
import dev.varve.cli.engine.Labels;
import dev.varve.cli.engine.PruneFilter;
import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import dev.varve.engine.NotFoundException;
import dev.varve.store.DiskUsage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Removes containers that do not run, and says which. */
public final class ContainerPruning {
    private ContainerPruning() {}

    /** @return the bytes that are free now */
    public static long run(PruneFilter filter, Engine engine, Console console)
            throws IOException, InterruptedException {
        List<Container> stopped = new ArrayList<>();
        for (Container container : engine.containers()) {
            if (isChosen(container, filter)) {
                stopped.add(container);
            }
        }
        if (stopped.isEmpty()) {
            return 0;
        }
        Map<String, Long> sizes = new HashMap<>();
        for (DiskUsage.ContainerUsage usage : engine.diskUsage().containers()) {
            sizes.put(usage.container().id(), usage.size());
        }
        long bytes = 0;
        console.out().println("Deleted Containers:");
        for (Container container : stopped) {
            container.remove();
            console.out().println(container.id());
            bytes += sizes.getOrDefault(container.id(), 0L);
        }
        console.out().println();
        return bytes;
    }

    private static boolean isChosen(Container container, PruneFilter filter) throws IOException {
        try {
            Instant created = container.created();
            Map<String, String> labels = container.settings().config().labels();
            return !container.state().isRunning()
                    && filter.until().map(created::isBefore).orElse(true)
                    && Labels.haveAll(labels, filter.labels())
                    && !Labels.haveAny(labels, filter.kept());
        } catch (NotFoundException e) {
            // another has been quicker
            return false;
        }
    }
}
