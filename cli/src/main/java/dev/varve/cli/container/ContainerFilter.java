package dev.varve.cli.container;

import dev.varve.cli.command.Flags;
import dev.varve.cli.console.Failure;
import dev.varve.cli.engine.Filters;
import dev.varve.cli.engine.Labels;
import dev.varve.engine.Engine;
import dev.varve.engine.NotFoundException;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which containers a list has: of each filter, one value must hold, but of labels all. */
final class ContainerFilter {
    private static final Set<String> STATES =
            Set.of("created", "restarting", "running", "removing", "paused", "exited", "dead");

    private final List<String> ids;
    private final List<Pattern> names;
    private final List<String> states;
    private final List<Integer> codes;
    private final List<String> labels;
    private final List<String> networks;
    private final List<String> images;
    private final List<Digest> ancestors = new ArrayList<>();
    private final Optional<Instant> before;
    private final Optional<Instant> since;

    ContainerFilter(Filters filters, Engine engine) throws IOException {
        ids = filters.values("id");
        names = filters.values("name").stream().map(ContainerFilter::pattern).toList();
        states = filters.values("status");
        states.stream().filter(state -> !STATES.contains(state)).findFirst().ifPresent(state -> {
            throw new Failure("invalid filter 'status=" + state + "'");
        });
        codes = filters.values("exited").stream().map(ContainerFilter::code).toList();
        labels = filters.values("label");
        networks = filters.values("network");
        images = filters.values("ancestor");
        for (String image : images) {
            find(image, engine).ifPresent(ancestors::add);
        }
        before = created(filters.value("before"), engine);
        since = created(filters.value("since"), engine);
    }

    static Filters flag(Flags flags) {
        return Filters.in(
                flags,
                "-f, --filter",
                "ancestor",
                "before",
                "exited",
                "id",
                "label",
                "name",
                "network",
                "since",
                "status");
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new Failure("invalid filter 'name=" + text + "': " + e.getDescription());
        }
    }

    private static int code(String text) {
        try {
            return WholeNumber.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Failure("invalid filter 'exited=" + text + "': " + e.getMessage());
        }
    }

    private static Optional<Digest> find(String image, Engine engine) throws IOException {
        try {
            return Optional.of(engine.image(image).id());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> created(Optional<String> container, Engine engine) throws IOException {
        return container.isEmpty()
                ? Optional.empty()
                : Optional.of(engine.findContainer(container.get()).created());
    }

    /** Whether it says what state they are in, so that those that do not run are asked for too. */
    boolean tellsStates() {
        return !states.isEmpty() || !codes.isEmpty();
    }

    boolean accepts(ContainerRow row) {
        Instant created = row.container().created();
        return any(ids, id -> row.container().id().startsWith(id))
                && any(names, name -> isNamed(row, name))
                && any(states, row.state().status().inWords()::equals)
                && any(
                        codes,
                        code -> row.state().finished().isPresent()
                                && !row.state().isRunning()
                                && row.state().exitCode() == code)
                && Labels.haveAll(row.settings().config().labels(), labels)
                && any(networks, row.settings().network().inWords()::equals)
                && (images.isEmpty() || isOf(row))
                && before.map(created::isBefore).orElse(true)
                && since.map(created::isAfter).orElse(true);
    }

    /** As Docker, looks for the pattern in the name with and without its slash. */
    private static boolean isNamed(ContainerRow row, Pattern name) {
        return name.matcher(row.container().name()).find()
                || name.matcher("/" + row.container().name()).find();
    }

    private boolean isOf(ContainerRow row) {
        return ancestors.contains(row.settings().imageId())
                || images.stream()
                        .anyMatch(image -> isSame(image, row.settings().image()));
    }

    private static boolean isSame(String one, String other) {
        try {
            return ImageReference.parse(one).equals(ImageReference.parse(other));
        } catch (IllegalArgumentException e) {
            return one.equals(other);
        }
    }

    private static <T> boolean any(List<T> wanted, java.util.function.Predicate<T> test) {
        return wanted.isEmpty() || wanted.stream().anyMatch(test);
    }
}
