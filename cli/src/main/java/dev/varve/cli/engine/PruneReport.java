package dev.varve.cli.engine;

import dev.varve.cli.console.Console;
import dev.varve.cli.format.HumanSize;
import dev.varve.engine.Removal;
import java.util.List;

/** Says what was pruned. */
public final class PruneReport {
    private PruneReport() {}

    public static void images(List<Removal> images, Console console) {
        if (images.isEmpty()) {
            return;
        }
        console.out().println("Deleted Images:");
        for (Removal image : images) {
            image.untagged().forEach(name -> console.out().println("untagged: " + name.familiar()));
            image.deleted().ifPresent(id -> console.out().println("deleted: " + id));
        }
        console.out().println();
    }

    public static void total(long bytes, Console console) {
        console.out().println("Total reclaimed space: " + HumanSize.precise(bytes));
    }

    /** Says that others are at work in the store. */
    public static Runnable waiting(Console console) {
        return () -> console.err().println("varve: waiting until other commands are done with the store");
    }
}
