package dev.varve.store;

import java.util.List;

/**
 * What the store holds and the room that it takes, in bytes. Everything that several need is counted once in the sums: what
 * an image needs with the images, what only a container's image needs with them too, and the rest with the build cache.
 *
 * @param layers what {@link #images} take together: archives, compressed forms, unpacked files, configurations
 * @param reclaimable what of that only images need that no container uses
 */
public record DiskUsage(
        List<ImageUsage> images,
        long layers,
        long reclaimable,
        List<ContainerUsage> containers,
        CacheUsage cache,
        long garbage) {
    public DiskUsage {
        images = List.copyOf(images);
        containers = List.copyOf(containers);
    }

    /** The images that containers use. */
    public int activeImages() {
        return (int) images.stream().filter(image -> image.containers() > 0).count();
    }

    /**
     * One image.
     *
     * @param size the uncompressed archives of its layers, wherever else they are used
     * @param shared the room of what it needs and another image does too
     * @param unique the room of what it alone needs
     * @param containers how many use it
     */
    public record ImageUsage(StoredImage image, long size, long shared, long unique, int containers) {}

    /** One container, and what it has written so far as this process may look into it. */
    public record ContainerUsage(ContainerFolder container, long size) {}

    /**
     * The build cache.
     *
     * @param size the records themselves, what only they need, and the folders of cache mounts
     */
    public record CacheUsage(int records, long size) {}
}
