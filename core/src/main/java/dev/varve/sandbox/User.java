package dev.varve.sandbox;

import java.util.List;

/** Who a process runs as, in numbers of its root file system. */
public record User(int uid, int gid, List<Integer> groups) {
    public static final User ROOT = new User(0, 0, List.of());

    public User {
        groups = List.copyOf(groups);
    }
}
