package dev.varve.rules.packages;

import dev.varve.dockerfile.ExpansionException;
import dev.varve.dockerfile.Mount;
import dev.varve.dockerfile.MountException;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folders that are no part of the layer because a cache or a tmpfs is mounted there. */
final class MountedFolders {
    private MountedFolders() {}

    /** Whether one of the folders, or one around it, is mounted; a folder without a leading slash may be anywhere. */
    static boolean cover(Run run, List<String> folders) {
        for (Word word : run.mounts()) {
            String target = target(word);
            if (target != null && folders.stream().anyMatch(folder -> covers(target, folder))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String target(Word word) {
        try {
            Mount mount = Mount.parse(word.text(), text -> text);
            boolean scratch = mount.type() == Mount.Type.CACHE || mount.type() == Mount.Type.TMPFS;
            return scratch ? mount.target() : null;
        } catch (MountException | ExpansionException e) {
            return null;
        }
    }

    private static boolean covers(String target, String folder) {
        String plain = target.endsWith("/") && target.length() > 1 ? target.substring(0, target.length() - 1) : target;
        if (!folder.startsWith("/")) {
            return plain.contains(folder);
        }
        return folder.equals(plain) || folder.startsWith(plain + "/");
    }
}
