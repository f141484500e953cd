package dev.varve.rules.cache;

import dev.varve.dockerfile.ExpansionException;
import dev.varve.dockerfile.Mount;
import dev.varve.dockerfile.MountException;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;

/** Where a RUN has caches mounted. */
final class CacheMounts {
    private CacheMounts() {}

    /** The targets as they are written, without slashes at the end. */
    static List<String> of(Run run) {
        List<String> targets = new ArrayList<>();
        for (Word word : run.mounts()) {
            try {
                Mount mount = Mount.parse(word.text(), text -> text);
                if (mount.type() == Mount.Type.CACHE && mount.target() != null) {
                    targets.add(mount.target().replaceFirst("(?<=.)/+$", ""));
                }
            } catch (MountException | ExpansionException e) {
                // The builder refuses it, which is told elsewhere
            }
        }
        return targets;
    }
}
