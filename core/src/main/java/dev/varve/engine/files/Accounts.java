package dev.varve.engine.files;

import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The users and groups of an image: its {@code /etc/passwd} and {@code /etc/group}. */
public final class Accounts {
    /** A larger file of users or groups is not read. */
    public static final int LARGEST_FILE = 16 << 20;

    private static final long LARGEST_ID = 0xffff_fffeL;

    private final Files files;

    public Accounts(RootFileSystem files) {
        this(files(files));
    }

    public Accounts(Files files) {
        this.files = files;
    }

    /** Where the files are read from. */
    @FunctionalInterface
    public interface Files {
        /** @param path {@code etc/passwd} or {@code etc/group}; empty where there is no such file */
        Optional<byte[]> read(String path) throws IOException;
    }

    /**
     * Whom a process runs as.
     *
     * @param groups the further groups it is in
     * @param home its home folder, {@code /} where the user is unknown
     */
    public record Identity(long uid, long gid, List<Long> groups, String home) {
        public Identity {
            groups = List.copyOf(groups);
        }
    }

    private record User(String name, long uid, long gid, String home) {}

    private record Group(String name, long gid, List<String> members) {}

    /** Hears of a user or group that the image does not have, and may refuse it. */
    @FunctionalInterface
    public interface Unknown {
        void found(String message) throws FileCopyException;
    }

    /**
     * Whom {@code --chown} means: {@code user[:group]}, by name or number. A user by number alone stands for the group of
     * that number too, an unknown user or group for root's (BuildKit {@code solver/llbsolver/file/user_linux.go}).
     */
    public Owner owner(String text, Unknown unknown) throws IOException {
        int colon = text.indexOf(':');
        String user = colon < 0 ? text : text.substring(0, colon);
        Owner owner = Owner.ROOT;
        Optional<Long> number = number(user);
        if (number.isPresent()) {
            owner = new Owner(number.get(), number.get());
        } else if (!user.isEmpty()) {
            Optional<User> found = user(each -> each.name.equals(user));
            if (found.isPresent()) {
                owner = new Owner(found.get().uid, found.get().gid);
            } else {
                unknown.found("the image has no user named '" + user + "'");
            }
        }
        if (colon < 0) {
            return owner;
        }
        Optional<Long> group = group(text.substring(colon + 1));
        if (group.isEmpty()) {
            unknown.found(noGroup(text.substring(colon + 1)));
        }
        return new Owner(owner.uid(), group.orElse(owner.gid()));
    }

    /**
     * Whom {@code USER} means ({@code moby/sys/user}, {@code GetExecUser}): a user by number need not be known, and then has
     * group 0.
     *
     * @throws FileCopyException where there is no such user or group
     */
    public Identity identity(String text) throws IOException {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Optional<Long> number = name.isEmpty() ? Optional.of(0L) : number(name);
        Optional<User> known = user(each -> each.name.equals(name)).or(() -> number.flatMap(uid -> knownUser(uid)));
        if (known.isEmpty() && number.isEmpty()) {
            throw new FileCopyException("the image has no user named '" + name + "'");
        }
        long uid = known.map(User::uid).orElseGet(() -> number.orElse(0L));
        String home = known.map(User::home).filter(folder -> !folder.isEmpty()).orElse("/");
        if (colon >= 0 && colon + 1 < text.length()) {
            String group = text.substring(colon + 1);
            long gid = group(group).orElseThrow(() -> new FileCopyException(noGroup(group)));
            return new Identity(uid, gid, List.of(), home);
        }
        List<Long> groups = new ArrayList<>();
        if (known.isPresent()) {
            for (Group group : groups()) {
                if (group.members.contains(known.get().name)) {
                    groups.add(group.gid);
                }
            }
        }
        return new Identity(uid, known.map(User::gid).orElse(0L), groups, home);
    }

    private Optional<User> knownUser(long uid) {
        try {
            return user(each -> each.uid == uid);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<User> user(Predicate<User> wanted) throws IOException {
        for (String[] fields : table("etc/passwd")) {
            Optional<Long> uid = fields.length > 3 ? number(fields[2]) : Optional.empty();
            Optional<Long> gid = fields.length > 3 ? number(fields[3]) : Optional.empty();
            if (uid.isPresent() && gid.isPresent()) {
                User user = new User(fields[0], uid.get(), gid.get(), fields.length > 5 ? fields[5] : "");
                if (wanted.test(user)) {
                    return Optional.of(user);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Long> group(String text) throws IOException {
        Optional<Long> number = number(text);
        if (number.isPresent()) {
            return number;
        }
        return groups().stream()
                .filter(group -> group.name.equals(text))
                .findFirst()
                .map(Group::gid);
    }

    private static String noGroup(String name) {
        return "the image has no group named '" + name + "'";
    }

    private List<Group> groups() throws IOException {
        List<Group> groups = new ArrayList<>();
        for (String[] fields : table("etc/group")) {
            Optional<Long> gid = fields.length > 2 ? number(fields[2]) : Optional.empty();
            gid.ifPresent(id -> groups.add(
                    new Group(fields[0], id, fields.length > 3 ? List.of(fields[3].split(",")) : List.of())));
        }
        return groups;
    }

    private List<String[]> table(String path) throws IOException {
        Optional<byte[]> file = files.read(path);
        return file.isEmpty()
                ? List.of()
                : new String(file.get(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split(":", -1))
                        .toList();
    }

    /** The files as these layers have them. */
    public static Files files(RootFileSystem root) {
        return path -> read(root, path);
    }

    private static Optional<byte[]> read(RootFileSystem files, String path) throws IOException {
        Optional<Node> file = files.resolve(path).filter(Node::isFile);
        if (file.isEmpty() || file.get().entry().size() > LARGEST_FILE) {
            return Optional.empty();
        }
        try (InputStream in = files.open(file.get())) {
            return Optional.of(in.readAllBytes());
        }
    }

    private static Optional<Long> number(String text) {
        if (text.isEmpty() || text.length() > 10 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(text)).filter(id -> id <= LARGEST_ID);
    }
}
