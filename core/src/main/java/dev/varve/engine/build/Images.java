package dev.varve.engine.build;

import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.plan.BaseImage;
import dev.varve.plan.BaseImages;
import dev.varve.plan.Source;
import dev.varve.store.StoredImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The images that a build begins with or copies from, each looked for once. */
public final class Images implements BaseImages {
    private final Finder finder;
    private final Map<Wanted, StoredImage> found = new ConcurrentHashMap<>();

    private record Wanted(ImageReference name, Platform platform) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Wanted wanted && name.equals(wanted.name) && platform.equals(wanted.platform);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, platform);
        }
    }

    /** Finds an image in the store, or brings it there. */
    @FunctionalInterface
    public interface Finder {
        /** @throws IOException where it cannot be had; the message says what to do */
        StoredImage find(ImageReference name, Platform platform) throws IOException;
    }

    public Images(Finder finder) {
        this.finder = finder;
    }

    /** @throws UncheckedIOException where the image cannot be had */
    @Override
    public BaseImage find(String reference, Platform platform) {
        StoredImage image = stored(reference, platform);
        return new BaseImage(image.id().toString(), image.config());
    }

    /** The diff IDs of an image that the plan asked for. */
    java.util.List<Digest> layers(Source.Image image) {
        return stored(image.reference(), image.platform()).config().diffIds();
    }

    StoredImage stored(String reference, Platform platform) {
        return found.computeIfAbsent(new Wanted(ImageReference.parse(reference), platform), wanted -> {
            try {
                return finder.find(wanted.name, wanted.platform);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
