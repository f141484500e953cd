package dev.varve.context;

/** What a path in a build context is. Only {@link #FILE} has bytes that are read. */
public enum EntryType {
    FILE,
    DIRECTORY,
    SYMLINK,
    FIFO,
    SOCKET,
    CHARACTER_DEVICE,
    BLOCK_DEVICE;

    /** True for fifos, sockets and devices, which are listed but never opened. */
    public boolean isSpecial() {
        return switch (this) {
            case FILE, DIRECTORY, SYMLINK -> false;
            case FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE -> true;
        };
    }
}
