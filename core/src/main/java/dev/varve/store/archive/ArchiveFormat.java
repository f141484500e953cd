package dev.varve.store.archive;

/** How images are laid out in an archive or folder. Both are OCI image layouts. */
public enum ArchiveFormat {
    /** As {@code docker save} writes them since Docker 25: with a {@code manifest.json} for older readers. */
    DOCKER,
    /** An OCI image layout and nothing else. */
    OCI
}
