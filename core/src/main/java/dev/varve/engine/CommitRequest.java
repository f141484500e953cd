package dev.varve.engine;

import dev.varve.image.ImageReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An image to be made of a container: {@code container.commit().message("with curl").tag("mine").run()}. */
public final class CommitRequest {
    private final Container container;
    final List<ImageReference> tags = new ArrayList<>();
    final List<String> changes = new ArrayList<>();
    String message = "";
    String author = "";

    CommitRequest(Container container) {
        this.container = container;
    }

    /**
     * A name for the image.
     *
     * @throws IllegalArgumentException where it is no image name
     */
    public CommitRequest tag(String name) {
        tags.add(ImageReference.parse(name));
        return this;
    }

    /** What the image's history says of it. */
    public CommitRequest message(String text) {
        message = text;
        return this;
    }

    /** Who made it; the author of the container's image where this is not said. */
    public CommitRequest author(String name) {
        author = name;
        return this;
    }

    /** An instruction of a Dockerfile that changes the image's configuration, such as {@code CMD ["node", "app.js"]}. */
    public CommitRequest change(String instruction) {
        changes.add(instruction);
        return this;
    }

    /**
     * Makes the image.
     *
     * @throws NotFoundException where the container has been removed
     * @throws EngineException where the image of the container is not there any more
     * @throws IOException where an instruction has no place here
     */
    public Image run() throws IOException {
        return container.commit(this);
    }
}
