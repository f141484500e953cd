package dev.varve.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * Who a process runs as, in numbers of its root file system.
 *
 * @param groups all groups it is in; the main one is among them, as containerd sees to ({@code oci/spec_opts.go},
 *     {@code ensureAdditionalGids})
 */
public record User(int uid, int gid, List<Integer> groups) {
    public static final User ROOT = new User(0, 0, List.of());

    public User {
        List<Integer> all = new ArrayList<>(groups);
        if (!all.contains(gid)) {
            all.add(0, gid);
        }
        groups = List.copyOf(all);
    }
}
