package dev.varve.junit;

import dev.varve.image.Platform;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an image to test comes from: a Dockerfile with all that its build is given, or a name. Immutable; two that are equal
 * are built once in a JVM.
 */
public final class ImageSource {
    private Optional<String> image = Optional.empty();
    private Optional<Path> context = Optional.empty();
    private Optional<String> text = Optional.empty();
    private Optional<Path> dockerfile = Optional.empty();
    private Optional<String> target = Optional.empty();
    private Optional<Platform> platform = Optional.empty();
    private final Map<String, Optional<String>> files = new LinkedHashMap<>();
    private final Map<String, String> args = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private final Map<String, ImageSource> bases = new LinkedHashMap<>();

    private ImageSource() {}

    /** The Dockerfile of this folder, which is the build context. */
    public static ImageSource context(Path folder) {
        ImageSource source = new ImageSource();
        source.context = Optional.of(folder.toAbsolutePath().normalize());
        return source;
    }

    /** This Dockerfile, in an empty build context. */
    public static ImageSource text(String dockerfile) {
        ImageSource source = new ImageSource();
        source.text = Optional.of(dockerfile);
        return source;
    }

    /** An image that the store has. */
    public static ImageSource image(String name) {
        ImageSource source = new ImageSource();
        source.image = Optional.of(name);
        return source;
    }

    private ImageSource copy() {
        ImageSource copy = new ImageSource();
        copy.image = image;
        copy.context = context;
        copy.text = text;
        copy.dockerfile = dockerfile;
        copy.target = target;
        copy.platform = platform;
        copy.files.putAll(files);
        copy.args.putAll(args);
        copy.labels.putAll(labels);
        copy.tags.addAll(tags);
        copy.bases.putAll(bases);
        return copy;
    }

    /** With another Dockerfile than the {@code Dockerfile} of the context: looked up in the context, then as a path. */
    public ImageSource dockerfile(String path) {
        ImageSource copy = copy();
        copy.dockerfile = Optional.of(Path.of(path));
        return copy;
    }

    /** With this Dockerfile instead of the one in the context. */
    public ImageSource dockerfileText(String dockerfileText) {
        ImageSource copy = copy();
        copy.text = Optional.of(dockerfileText);
        return copy;
    }

    /** With a further file of the build context, or another content of one; the folder itself is left alone. */
    public ImageSource file(String path, String content) {
        ImageSource copy = copy();
        copy.files.put(path, Optional.of(content));
        return copy;
    }

    /** Without a file of the build context; the folder itself is left alone. */
    public ImageSource withoutFile(String path) {
        ImageSource copy = copy();
        copy.files.put(path, Optional.empty());
        return copy;
    }

    /** With a build argument. */
    public ImageSource arg(String name, String value) {
        ImageSource copy = copy();
        copy.args.put(name, value);
        return copy;
    }

    /** With a label. */
    public ImageSource label(String name, String value) {
        ImageSource copy = copy();
        copy.labels.put(name, value);
        return copy;
    }

    /** With this stage as the one that is built. */
    public ImageSource target(String stage) {
        ImageSource copy = copy();
        copy.target = Optional.of(stage);
        return copy;
    }

    public ImageSource platform(Platform wanted) {
        ImageSource copy = copy();
        copy.platform = Optional.of(wanted);
        return copy;
    }

    /** With a name that the image gets in the store. */
    public ImageSource tag(String name) {
        ImageSource copy = copy();
        copy.tags.add(name);
        return copy;
    }

    /** With an image that {@code FROM name} and {@code COPY --from=name} mean. */
    public ImageSource base(String name, ImageSource source) {
        ImageSource copy = copy();
        copy.bases.put(name, source);
        return copy;
    }

    Optional<String> image() {
        return image;
    }

    Optional<Path> context() {
        return context;
    }

    Optional<String> text() {
        return text;
    }

    Optional<Path> dockerfile() {
        return dockerfile;
    }

    Optional<String> target() {
        return target;
    }

    Optional<Platform> platform() {
        return platform;
    }

    /** What differs from the folder: texts of files, empty for those that are not there. */
    Map<String, Optional<String>> files() {
        return Collections.unmodifiableMap(files);
    }

    Map<String, String> args() {
        return Collections.unmodifiableMap(args);
    }

    Map<String, String> labels() {
        return Collections.unmodifiableMap(labels);
    }

    List<String> tags() {
        return List.copyOf(tags);
    }

    Map<String, ImageSource> bases() {
        return Collections.unmodifiableMap(bases);
    }

    private List<Object> parts() {
        return List.of(image, context, text, dockerfile, target, platform, files, args, labels, tags, bases);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageSource source && parts().equals(source.parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(parts());
    }

    /** As a person would call it. */
    @Override
    public String toString() {
        if (image.isPresent()) {
            return image.get();
        }
        return context.isPresent()
                ? context.get()
                        .resolve(dockerfile.orElse(Path.of("Dockerfile")))
                        .toString()
                : "the Dockerfile in the test";
    }
}
