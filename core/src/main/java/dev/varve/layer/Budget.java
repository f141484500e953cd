package dev.varve.layer;

/** What listing one layer may take, so that no archive makes a listing that fills the memory or never ends. */
final class Budget {
    /** The longest path that Linux takes. */
    private static final int MOST_PATH = 4096;
    /** The largest extended attribute that Linux takes. */
    private static final int MOST_ATTRIBUTE = 64 << 10;
    /** Roughly what an entry takes besides its names. */
    private static final int ENTRY = 300;

    private static final long MOST_MEMORY = 1L << 30;
    private static final long MOST_STEPS = 50_000_000;

    private final String archive;
    private final long mostMemory;
    private final long mostSteps;
    private long memory;
    private long steps;

    Budget(String archive, long mostMemory, long mostSteps) {
        this.archive = archive;
        this.mostMemory = mostMemory;
        this.mostSteps = mostSteps;
    }

    /** A part of the memory that this process may have; some millions of entries, where it has enough. */
    static Budget of(String archive) {
        return new Budget(archive, Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 4), MOST_STEPS);
    }

    /** Counts an entry. */
    void spend(TarEntry entry) throws LayerException {
        require(entry.name().length() < MOST_PATH, entry, "a name of " + MOST_PATH + " characters or more");
        require(entry.link().length() < MOST_PATH, entry, "a link of " + MOST_PATH + " characters or more");
        long characters = (long) entry.name().length() + entry.link().length();
        for (var attribute : entry.attributes().entrySet()) {
            require(
                    attribute.getValue().length <= MOST_ATTRIBUTE,
                    entry,
                    "an extended attribute of more than " + MOST_ATTRIBUTE + " bytes");
            characters += ENTRY + attribute.getKey().length() + attribute.getValue().length;
        }
        spend(characters, entry);
    }

    /** Counts a folder that has no entry. */
    void spendFolder(String path, TarEntry entry) throws LayerException {
        spend(path.length(), entry);
    }

    private void spend(long characters, TarEntry entry) throws LayerException {
        memory += ENTRY + characters;
        require(
                memory <= mostMemory,
                entry,
                "too many entries: to list those up to here takes more than the " + (mostMemory >> 20)
                        + " MiB of memory that are given to it");
    }

    /** Counts a folder or symlink on the way to an entry. */
    void step(TarEntry entry) throws LayerException {
        require(
                ++steps <= mostSteps,
                entry,
                "too many links: the names up to here lead through more than " + mostSteps + " folders and symlinks");
    }

    private void require(boolean kept, TarEntry entry, String problem) throws LayerException {
        if (!kept) {
            throw new LayerException(archive, entry.name(), problem);
        }
    }
}
