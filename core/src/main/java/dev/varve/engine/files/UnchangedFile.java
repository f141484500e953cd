package dev.varve.engine.files;

import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerEntry.Kind;
import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Whether what a step left at a path is what was there: type, mode and owner count, of what is no folder size, time and
 * bytes too ({@code sameFile} in {@code continuity/fs/path.go}). Times count in whole seconds, as layers have them.
 */
public final class UnchangedFile {
    static final String CAPABILITY = "security.capability";
    private static final int BUFFER = 32 << 10;

    private UnchangedFile() {}

    /** Whether {@code now} is what {@code before} was. */
    public static boolean is(Node before, RootFileSystem files, LayerEntry now, LayerDraft.Content content)
            throws IOException {
        LayerEntry then = before.entry();
        if (then.kind() != now.kind()
                || then.mode() != now.mode()
                || then.uid() != now.uid()
                || then.gid() != now.gid()
                || then.deviceMajor() != now.deviceMajor()
                || then.deviceMinor() != now.deviceMinor()
                || !Arrays.equals(
                        then.attributes().get(CAPABILITY), now.attributes().get(CAPABILITY))) {
            return false;
        }
        if (now.kind() == Kind.DIRECTORY) {
            return true;
        }
        if (then.size() != now.size()
                || then.modified().getEpochSecond() != now.modified().getEpochSecond()
                || !then.linkTarget().equals(now.linkTarget())) {
            return false;
        }
        return now.kind() != Kind.FILE || now.size() == 0 || sameBytes(before, files, content);
    }

    private static boolean sameBytes(Node before, RootFileSystem files, LayerDraft.Content content) throws IOException {
        try (InputStream old = new BufferedInputStream(files.open(before), BUFFER);
                InputStream now = new BufferedInputStream(content.open(), BUFFER)) {
            byte[] one = new byte[BUFFER];
            byte[] other = new byte[BUFFER];
            int length;
            do {
                length = old.readNBytes(one, 0, BUFFER);
                int otherLength = now.readNBytes(other, 0, BUFFER);
                if (length != otherLength || !Arrays.equals(one, 0, length, other, 0, length)) {
                    return false;
                }
            } while (length == BUFFER);
            return true;
        }
    }
}
