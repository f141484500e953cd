package dev.varve.differential;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a fixture. Behind its path a header says what is not usual: {@code 0755} its mode, {@code 12:34} its owner (in archives),
 * {@code @2001-02-03T04:05:06Z} when it was modified, {@code -> target} a symbolic link, {@code = path} a hard link, {@code fifo},
 * {@code device:1:3} a character device (in archives), {@code size:300} zeros, {@code user.name=text} or
 * {@code name=0x0102} an extended attribute. A path with a slash at its end is a folder; one with {@code !} in it lies in the archive before that, whose
 * name says how it is compressed: {@code files.tar.gz!folder/file}. {@code \s} in a path is a blank.
 */
record FixtureFile(
        String path,
        Kind kind,
        int mode,
        int uid,
        int gid,
        Instant modified,
        String target,
        int deviceMajor,
        int deviceMinor,
        SortedMap<String, String> attributes,
        String content) {

    enum Kind {
        FILE,
        FOLDER,
        SYMBOLIC_LINK,
        HARD_LINK,
        FIFO,
        CHARACTER_DEVICE
    }

    static final Instant MODIFIED = Instant.parse("2001-02-03T04:05:06Z");

    private static final Pattern HEADER = Pattern.compile("-- (.+) --");
    private static final Pattern OWNER = Pattern.compile("(\\d+):(\\d+)");

    static List<FixtureFile> parseAll(String text) {
        List<FixtureFile> files = new ArrayList<>();
        for (String part : text.split("(?m)^(?=-- .* --$)")) {
            String[] headAndBody = part.split("\n", 2);
            Matcher header = HEADER.matcher(headAndBody[0]);
            if (!header.matches()) {
                throw new IllegalArgumentException(headAndBody[0]);
            }
            files.add(parse(header.group(1).split(" "), headAndBody.length > 1 ? headAndBody[1] : ""));
        }
        return files;
    }

    private static FixtureFile parse(String[] words, String text) {
        Kind kind = words[0].endsWith("/") ? Kind.FOLDER : Kind.FILE;
        int mode = kind == Kind.FOLDER ? 0755 : 0644;
        int[] owner = {0, 0};
        int[] device = {0, 0};
        Instant modified = MODIFIED;
        String target = "";
        SortedMap<String, String> attributes = new TreeMap<>();
        String content = text;
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            Matcher numbers = OWNER.matcher(word);
            if (word.equals("->") || word.equals("=")) {
                kind = word.equals("=") ? Kind.HARD_LINK : Kind.SYMBOLIC_LINK;
                target = words[++i];
            } else if (word.equals("fifo")) {
                kind = Kind.FIFO;
            } else if (word.startsWith("device:")) {
                kind = Kind.CHARACTER_DEVICE;
                device = pair(word.substring("device:".length()));
            } else if (word.startsWith("size:")) {
                content = "\0".repeat(Integer.parseInt(word.substring("size:".length())));
            } else if (word.startsWith("@")) {
                modified = Instant.parse(word.substring(1));
            } else if (numbers.matches()) {
                owner = pair(word);
            } else if (word.indexOf('=') > 0) {
                int equals = word.indexOf('=');
                attributes.put(word.substring(0, equals), value(word.substring(equals + 1)));
            } else {
                mode = Integer.parseInt(word, 8);
            }
        }
        return new FixtureFile(
                words[0].replace("\\s", " "),
                kind,
                kind == Kind.SYMBOLIC_LINK ? 0777 : mode,
                owner[0],
                owner[1],
                modified,
                target,
                device[0],
                device[1],
                attributes,
                content);
    }

    private static int[] pair(String text) {
        int colon = text.indexOf(':');
        return new int[] {Integer.parseInt(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1))};
    }

    private static String value(String text) {
        return text.startsWith("0x")
                ? new String(HexFormat.of().parseHex(text.substring(2)), StandardCharsets.UTF_8)
                : text;
    }

    boolean isInArchive() {
        return path.indexOf('!') > 0;
    }

    /** The archive that it lies in. */
    String archive() {
        return path.substring(0, path.indexOf('!'));
    }

    /** Its path in the archive that it lies in. */
    String pathInArchive() {
        return path.substring(path.indexOf('!') + 1);
    }
}
