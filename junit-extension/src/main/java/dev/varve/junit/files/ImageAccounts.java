package dev.varve.junit.files;

import dev.varve.engine.files.Accounts;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.HashMap;
import java.util.Map;

/** The users and groups of an image by name and number; a number that has no name stands for itself. */
final class ImageAccounts extends UserPrincipalLookupService {
    private final Map<Long, String> users;
    private final Map<Long, String> groups;

    ImageAccounts(RootFileSystem files) {
        users = names(files, "etc/passwd");
        groups = names(files, "etc/group");
    }

    private static Map<Long, String> names(RootFileSystem files, String table) {
        Map<Long, String> names = new HashMap<>();
        try {
            byte[] file = Accounts.files(files).read(table).orElse(new byte[0]);
            for (String line : new String(file, StandardCharsets.UTF_8).lines().toList()) {
                String[] fields = line.split(":", -1);
                if (fields.length > 2 && fields[2].matches("[0-9]{1,10}")) {
                    names.putIfAbsent(Long.parseLong(fields[2]), fields[0]);
                }
            }
        } catch (IOException e) {
            // then there are numbers only
            return Map.of();
        }
        return names;
    }

    UserPrincipal user(long uid) {
        return new User(users.getOrDefault(uid, Long.toString(uid)));
    }

    GroupPrincipal group(long gid) {
        return new Group(groups.getOrDefault(gid, Long.toString(gid)));
    }

    @Override
    public UserPrincipal lookupPrincipalByName(String name) throws IOException {
        require(users, name);
        return new User(name);
    }

    @Override
    public GroupPrincipal lookupPrincipalByGroupName(String name) throws IOException {
        require(groups, name);
        return new Group(name);
    }

    private static void require(Map<Long, String> names, String name) throws IOException {
        if (!names.containsValue(name) && !name.matches("[0-9]{1,10}")) {
            throw new UserPrincipalNotFoundException(name);
        }
    }

    private record User(String name) implements UserPrincipal {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private record Group(String name) implements GroupPrincipal {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
