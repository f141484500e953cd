package dev.varve.cli.engine;

import dev.varve.cli.command.Flags;
import dev.varve.engine.Image;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What may be pruned.
 *
 * @param until it must have been made before
 * @param labels all of which it must have
 * @param kept none of which it may have
 */
public record PruneFilter(Optional<Instant> until, List<String> labels, List<String> kept) {
    public PruneFilter {
        labels = List.copyOf(labels);
        kept = List.copyOf(kept);
    }

    /** Adds {@code --filter}. */
    public static Filters flag(Flags flags) {
        return Filters.in(flags, "--filter", "until", "label", "label!");
    }

    /** As the flag says. */
    public static PruneFilter of(Filters filters, Instant now) {
        return new PruneFilter(
                filters.value("until").map(text -> Moment.parse("until", text, now)),
                filters.values("label"),
                filters.values("label!"));
    }

    /** Whether the image may go. */
    public boolean accepts(Image image) {
        Instant created = image.config().created().orElse(Instant.EPOCH);
        return until.map(created::isBefore).orElse(true)
                && Labels.haveAll(image.config().config().labels(), labels)
                && !Labels.haveAny(image.config().config().labels(), kept);
    }
}
