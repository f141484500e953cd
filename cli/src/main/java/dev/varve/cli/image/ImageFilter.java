package dev.varve.cli.image;

import dev.varve.cli.console.Failure;
import dev.varve.cli.engine.Filters;
import dev.varve.cli.engine.Labels;
import dev.varve.cli.engine.Moment;
import dev.varve.context.MalformedPatternException;
import dev.varve.context.PathPattern;
import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import dev.varve.image.ImageReference;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which images a list has.
 *
 * @param patterns of names, any of which must match; every name does where there are none
 * @param dangling whether it must have lost its names, or must not
 * @param labels all of which it must have
 * @param before it must be older
 * @param since it must be newer
 */
record ImageFilter(
        List<PathPattern> patterns,
        Optional<Boolean> dangling,
        List<String> labels,
        Optional<Instant> before,
        Optional<Instant> since) {

    /** As {@code --filter} and the argument say. */
    static ImageFilter of(Filters filters, List<String> arguments, Engine engine, Instant now) throws IOException {
        List<String> references = new ArrayList<>(filters.values("reference"));
        references.addAll(arguments);
        Optional<Instant> before = Optional.empty();
        for (String image : filters.values("before")) {
            before = earliest(before, created(engine, image));
        }
        for (String until : filters.values("until")) {
            before = earliest(before, Moment.parse("until", until, now));
        }
        Optional<Instant> since = Optional.empty();
        for (String image : filters.values("since")) {
            Instant created = created(engine, image);
            since = since.filter(created::isBefore).or(() -> Optional.of(created));
        }
        return new ImageFilter(
                references.stream().map(ImageFilter::pattern).toList(),
                filters.isTrue("dangling"),
                filters.values("label"),
                before,
                since);
    }

    private static Optional<Instant> earliest(Optional<Instant> one, Instant other) {
        return one.filter(other::isAfter).or(() -> Optional.of(other));
    }

    private static Instant created(Engine engine, String image) throws IOException {
        return engine.image(image).config().created().orElse(Instant.EPOCH);
    }

    private static PathPattern pattern(String reference) {
        try {
            return PathPattern.compile(reference);
        } catch (MalformedPatternException e) {
            throw new Failure("'" + reference + "' is no pattern of names: " + e.getMessage());
        }
    }

    boolean accepts(Image image) {
        Instant created = image.config().created().orElse(Instant.EPOCH);
        return dangling.map(wanted -> wanted == image.names().isEmpty()).orElse(true)
                && (patterns.isEmpty() || image.names().stream().anyMatch(this::accepts))
                && Labels.haveAll(image.config().config().labels(), labels)
                && before.map(created::isBefore).orElse(true)
                && since.map(created::isAfter).orElse(true);
    }

    /** Whether a name is to be shown: it matches as people write it, with its tag or without (distribution's FamiliarMatch). */
    boolean accepts(ImageReference name) {
        return patterns.isEmpty()
                || patterns.stream()
                        .anyMatch(pattern ->
                                pattern.matches(name.familiar()) || pattern.matches(name.familiarRepository()));
    }
}
