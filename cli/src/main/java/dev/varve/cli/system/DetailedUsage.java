package dev.varve.cli.system;

import dev.varve.cli.console.JsonPrinter;
import dev.varve.cli.format.ContainerStatus;
import dev.varve.cli.format.HumanSize;
import dev.varve.cli.format.HumanTime;
import dev.varve.cli.format.Listing;
import dev.varve.cli.template.Template;
import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import dev.varve.image.ImageReference;
import dev.varve.json.JsonObject;
import dev.varve.store.DiskUsage;
import dev.varve.store.DiskUsage.ContainerUsage;
import dev.varve.store.DiskUsage.ImageUsage;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code varve system df --verbose}: every image, every container. */
final class DetailedUsage {
    private static final String NONE = "<none>";

    private final DiskUsage usage;
    private final Engine engine;
    private final Instant now;

    DetailedUsage(DiskUsage usage, Engine engine, Instant now) {
        this.usage = usage;
        this.engine = engine;
        this.now = now;
    }

    /** @param format a template of the whole, {@code json}, or empty for tables */
    void print(String format, PrintWriter out) throws IOException {
        List<JsonObject> images = images();
        List<JsonObject> containers = containers();
        JsonObject all = JsonObject.EMPTY
                .with("Images", images)
                .with("Containers", containers)
                .with("Volumes", List.of())
                .with("BuildCache", cache());
        if (format.equals("json")) {
            out.println(JsonPrinter.compact(all));
        } else if (!format.isEmpty() && !format.equals("table")) {
            out.println(Template.parse(format).render(all));
        } else {
            tables(images, containers, out);
        }
    }

    private JsonObject cache() {
        return JsonObject.EMPTY
                .with("TotalCount", usage.cache().records())
                .with("Size", HumanSize.precise(usage.cache().size()))
                .with("Reclaimable", HumanSize.precise(usage.cache().size()));
    }

    private void tables(List<JsonObject> images, List<JsonObject> containers, PrintWriter out) {
        out.println("Images space usage:\n");
        new Listing()
                .field("Repository", "REPOSITORY")
                .field("Tag", "TAG")
                .field("ID", "IMAGE ID")
                .field("CreatedSince", "CREATED")
                .field("Size", "SIZE")
                .field("SharedSize", "SHARED SIZE")
                .field("UniqueSize", "UNIQUE SIZE")
                .field("Containers", "CONTAINERS")
                .print(
                        "",
                        List.of(
                                "Repository",
                                "Tag",
                                "ID",
                                "CreatedSince",
                                "Size",
                                "SharedSize",
                                "UniqueSize",
                                "Containers"),
                        images,
                        out);
        out.println("\nContainers space usage:\n");
        new Listing()
                .field("ID", "CONTAINER ID")
                .field("Image", "IMAGE")
                .field("Command", "COMMAND")
                .field("LocalVolumes", "LOCAL VOLUMES")
                .field("Size", "SIZE")
                .field("RunningFor", "CREATED")
                .field("Status", "STATUS")
                .field("Names", "NAMES")
                .print(
                        "",
                        List.of("ID", "Image", "Command", "LocalVolumes", "Size", "RunningFor", "Status", "Names"),
                        containers,
                        out);
        out.println("\nLocal Volumes space usage:\n\nVOLUME NAME   LINKS     SIZE");
        out.println("\nBuild cache usage: " + HumanSize.precise(usage.cache().size()) + " in "
                + usage.cache().records() + " records");
        if (usage.garbage() > 0) {
            out.println("\nLeft over from what did not end: " + HumanSize.precise(usage.garbage())
                    + "; 'varve system prune' removes it");
        }
    }

    private List<JsonObject> images() {
        List<JsonObject> rows = new ArrayList<>();
        for (ImageUsage image : usage.images()) {
            List<ImageReference> names = image.image().references();
            if (names.isEmpty()) {
                rows.add(row(image, Optional.empty()));
            }
            names.forEach(name -> rows.add(row(image, Optional.of(name))));
        }
        return rows;
    }

    private JsonObject row(ImageUsage usage, Optional<ImageReference> name) {
        return JsonObject.EMPTY
                .with("Repository", name.map(ImageReference::familiarRepository).orElse(NONE))
                .with("Tag", name.flatMap(ImageReference::tag).orElse(NONE))
                .with("ID", usage.image().id().shortened())
                .with("CreatedSince", HumanTime.ago(usage.image().config().created(), now))
                .with("Size", HumanSize.of(usage.size()))
                .with("SharedSize", HumanSize.precise(usage.shared()))
                .with("UniqueSize", HumanSize.precise(usage.unique()))
                .with("Containers", String.valueOf(usage.containers()));
    }

    private List<JsonObject> containers() throws IOException {
        List<JsonObject> rows = new ArrayList<>();
        for (ContainerUsage written : usage.containers()) {
            Container container = engine.findContainer(written.container().id());
            List<String> command = new ArrayList<>(container.settings().config().entrypoint());
            command.addAll(container.settings().config().cmd());
            String line = String.join(" ", command);
            rows.add(JsonObject.EMPTY
                    .with("ID", container.id().substring(0, 12))
                    .with("Image", container.settings().image())
                    .with("Command", "\"" + (line.length() > 20 ? line.substring(0, 19) + "…" : line) + "\"")
                    .with("LocalVolumes", "0")
                    .with("Size", HumanSize.of(written.size()))
                    .with("RunningFor", HumanTime.ago(Optional.of(container.created()), now))
                    .with("Status", ContainerStatus.of(container.state(), now))
                    .with("Names", container.name()));
        }
        return rows;
    }
}
