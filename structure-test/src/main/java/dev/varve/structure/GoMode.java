package dev.varve.structure;

import dev.varve.layer.LayerEntry;

/** The kind and the permissions of a file as Go's {@code FileMode} prints them: {@code -rwxr-xr-x}, {@code dtrwxrwxrwx}. */
final class GoMode {
    private static final int SET_UID = 04000;
    private static final int SET_GID = 02000;
    private static final int STICKY = 01000;
    private static final String BITS = "rwxrwxrwx";

    private GoMode() {}

    static String of(LayerEntry entry) {
        int mode = entry.mode();
        StringBuilder text = new StringBuilder();
        if (entry.kind() == LayerEntry.Kind.DIRECTORY) {
            text.append('d');
        } else if (entry.kind() == LayerEntry.Kind.SYMLINK) {
            text.append('L');
        }
        text.append((mode & SET_UID) != 0 ? "u" : "");
        text.append((mode & SET_GID) != 0 ? "g" : "");
        text.append((mode & STICKY) != 0 ? "t" : "");
        if (text.isEmpty()) {
            text.append('-');
        }
        for (int i = 0; i < BITS.length(); i++) {
            text.append((mode & (0400 >> i)) != 0 ? BITS.charAt(i) : '-');
        }
        return text.toString();
    }
}
