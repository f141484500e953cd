package dev.varve.layer;

/** What listing one layer may take, so that no archive makes a listing that fills the memory or never ends. */
final class Budget {
    private static final int MOST_ENTRIES = 2_000_000;
    private static final long MOST_TEXT = 512L << 20;
    private static final long MOST_STEPS = 50_000_000;
    /** The longest path that Linux takes. */
    private static final int MOST_PATH = 4096;
    /** The largest extended attribute that Linux takes. */
    private static final int MOST_ATTRIBUTE = 64 << 10;

    private final String archive;
    private long entries;
    private long text;
    private long steps;

    Budget(String archive) {
        this.archive = archive;
    }

    void spend(TarEntry entry) throws LayerException {
        require(++entries <= MOST_ENTRIES, entry, "more than " + MOST_ENTRIES + " entries");
        require(entry.name().length() < MOST_PATH, entry, "a name of " + MOST_PATH + " characters or more");
        require(entry.link().length() < MOST_PATH, entry, "a link of " + MOST_PATH + " characters or more");
        long kept = (long) entry.name().length() + entry.link().length();
        for (var attribute : entry.attributes().entrySet()) {
            require(
                    attribute.getValue().length <= MOST_ATTRIBUTE,
                    entry,
                    "an extended attribute of more than " + MOST_ATTRIBUTE + " bytes");
            kept += attribute.getKey().length() + attribute.getValue().length;
        }
        spend(kept, entry);
    }

    void spend(long characters, TarEntry entry) throws LayerException {
        text += characters;
        require(text <= MOST_TEXT, entry, "more than " + MOST_TEXT + " bytes of names and attributes");
    }

    void step(TarEntry entry) throws LayerException {
        require(++steps <= MOST_STEPS, entry, "more than " + MOST_STEPS + " folders and symlinks to go through");
    }

    private void require(boolean kept, TarEntry entry, String problem) throws LayerException {
        if (!kept) {
            throw new LayerException(archive, entry.name(), problem);
        }
    }
}
