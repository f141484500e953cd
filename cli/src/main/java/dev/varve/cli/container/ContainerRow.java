package dev.varve.cli.container;

import dev.varve.cli.format.ContainerStatus;
import dev.varve.cli.format.HumanSize;
import dev.varve.cli.format.HumanTime;
import dev.varve.engine.Container;
import dev.varve.engine.ContainerSize;
import dev.varve.engine.container.ContainerSettings;
import dev.varve.engine.container.ContainerState;
import dev.varve.json.JsonObject;
import dev.varve.sandbox.Mount;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A container in a list. */
record ContainerRow(Container container, ContainerSettings settings, ContainerState state) {
    private static final int COMMAND = 20;
    private static final int MOUNT = 15;

    static ContainerRow of(Container container) throws IOException {
        return new ContainerRow(container, container.settings(), container.state());
    }

    JsonObject fields(boolean untruncated, boolean sized, Instant now) throws IOException {
        Optional<Instant> created = Optional.of(container.created());
        return JsonObject.EMPTY
                .with("ID", untruncated ? container.id() : container.id().substring(0, 12))
                .with("Image", settings.image())
                .with("Command", GoQuote.quote(untruncated ? command() : cut(command(), COMMAND)))
                .with("CreatedAt", HumanTime.absolute(created))
                .with("RunningFor", HumanTime.ago(created, now))
                .with("Ports", "")
                .with("State", state.status().inWords())
                .with("Status", ContainerStatus.of(state, now))
                .with("Size", sized ? size(container.size()) : HumanSize.of(0))
                .with("Names", container.name())
                .with("Labels", labels())
                .with("Mounts", mounts(untruncated))
                .with("LocalVolumes", String.valueOf(settings.volumes().size()))
                .with("Networks", settings.network().inWords())
                .with("Platform", settings.platform().toString());
    }

    private static String size(ContainerSize size) {
        return HumanSize.of(size.written()) + " (virtual " + HumanSize.of(size.total()) + ")";
    }

    /** As a shell would have it, nearly: what has blanks is between quotes ({@code moby/daemon/list.go}). */
    private String command() {
        List<String> words = new ArrayList<>();
        for (String word : settings.arguments()) {
            words.add(!words.isEmpty() && word.contains(" ") ? "'" + word + "'" : word);
        }
        return String.join(" ", words);
    }

    private String labels() {
        return settings.config().labels().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
    }

    private String mounts(boolean untruncated) {
        return settings.mounts().stream()
                .filter(mount -> mount instanceof Mount.Bind)
                .map(mount -> ((Mount.Bind) mount).source().toString())
                .map(source -> untruncated ? source : cut(source, MOUNT))
                .collect(Collectors.joining(","));
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
