package dev.varve.layer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stacks of layers of all kinds, good and evil, and what a real Docker (28.5, containerd 2.1) unpacks from them:
 * {@code layer/stacks.txt}, written by {@link EngineUnpackTest} with {@code -Dvarve.update}.
 */
final class Stacks {
    static final String REFUSED = "refused\n";

    private static final Path FILE = Path.of("src/test/resources/layer/stacks.txt");
    private static final String TITLE = "## ";

    private Stacks() {}

    static Map<String, List<RawTar>> all() {
        Map<String, List<RawTar>> stacks = new LinkedHashMap<>();
        RawTar base = new RawTar()
                .folder("t/")
                .file("t/f", "1")
                .folder("t/d/")
                .file("t/d/a", "a")
                .file("t/d/b", "b")
                .symlink("t/l", "d");
        stacks.put("one layer", List.of(base));
        stacks.put("whiteout of a file", List.of(base, new RawTar().file("t/.wh.f", "")));
        stacks.put("whiteout of a folder", List.of(base, new RawTar().file("t/.wh.d", "")));
        stacks.put(
                "opaque folder",
                List.of(
                        base,
                        new RawTar().folder("t/d").file("t/d/.wh..wh..opq", "").file("t/d/c", "c")));
        stacks.put(
                "opaque folder, told last",
                List.of(base, new RawTar().folder("t/d").file("t/d/c", "c").file("t/d/.wh..wh..opq", "")));
        stacks.put("file over folder", List.of(base, new RawTar().file("t/d", "now a file")));
        stacks.put("folder over file", List.of(base, new RawTar().folder("t/f").file("t/f/x", "x")));
        stacks.put("implied folder over file", List.of(base, new RawTar().file("t/f/x", "x")));
        stacks.put("implied folder over symlink", List.of(base, new RawTar().file("t/l/x", "x")));
        stacks.put(
                "folder over symlink", List.of(base, new RawTar().folder("t/l").file("t/l/x", "x")));
        stacks.put(
                "implied folder keeps mode",
                List.of(
                        new RawTar().header('5', "t/", "", 0, h -> RawTar.put(h, 100, "0001777")),
                        new RawTar().file("t/x", "x")));
        stacks.put("implied folders", List.of(new RawTar().file("t/x/y/z", "z")));
        stacks.put(
                "whiteout then folder",
                List.of(base, new RawTar().file("t/.wh.d", "").folder("t/d").file("t/d/c", "c")));
        stacks.put(
                "whiteout then implied folder",
                List.of(base, new RawTar().file("t/.wh.d", "").file("t/d/c", "c")));
        stacks.put(
                "folder then whiteout",
                List.of(base, new RawTar().folder("t/d").file("t/d/c", "c").file("t/.wh.d", "")));
        stacks.put(
                "file then whiteout",
                List.of(base, new RawTar().file("t/f", "new").file("t/.wh.f", "")));
        stacks.put(
                "whiteout then file",
                List.of(base, new RawTar().file("t/.wh.f", "").file("t/f", "new")));
        stacks.put(
                "whiteout of what is not there",
                List.of(base, new RawTar().file("t/.wh.none", "").file("u/.wh.none", "")));
        stacks.put("folder named as whiteout", List.of(base, new RawTar().folder("t/.wh.f")));
        stacks.put("whiteout of nothing", List.of(base, new RawTar().file("t/.wh.", "")));
        stacks.put("whiteout of here", List.of(base, new RawTar().file("t/d/.wh..", "")));
        stacks.put("whiteout of the folder above", List.of(base, new RawTar().file("t/d/.wh...", "")));
        stacks.put(
                "aufs metadata",
                List.of(
                        base,
                        new RawTar()
                                .folder(".wh..wh.plnk")
                                .file(".wh..wh.plnk/1.2", "x")
                                .file("t/.wh..wh.aufs", "")));
        stacks.put("twice the same file", List.of(new RawTar().file("t/f", "1").file("t/f", "22")));
        stacks.put(
                "file then folder",
                List.of(new RawTar().file("t/f", "1").folder("t/f/").file("t/f/x", "x")));
        stacks.put(
                "folder then file",
                List.of(new RawTar().folder("t/f/").file("t/f/x", "x").file("t/f", "1")));
        stacks.put("in a file", List.of(new RawTar().file("t/f", "1").file("t/f/x", "x")));
        stacks.put(
                "absolute", List.of(new RawTar().folder("/t").file("/t/f", "1").file("//t//g", "2")));
        stacks.put("above the root", List.of(new RawTar().file("../t/f", "1").file("t/../../../t/g", "2")));
        stacks.put(
                "dots",
                List.of(new RawTar()
                        .folder("./")
                        .file("./t/./f", "1")
                        .file("t/x/../g", "2")
                        .folder("..")
                        .file("t/..", "x")));
        stacks.put(
                "through a symlink",
                List.of(new RawTar().folder("t/d/").symlink("t/l", "d").file("t/l/x", "x")));
        stacks.put(
                "through an absolute symlink",
                List.of(new RawTar().folder("t/").symlink("t/l", "/t/e").file("t/l/x", "x")));
        stacks.put(
                "through a symlink above the root",
                List.of(new RawTar()
                        .folder("t/")
                        .symlink("t/l", "../../../../t/e")
                        .file("t/l/x", "x")));
        stacks.put(
                "through a symlink with dots after it",
                List.of(new RawTar().folder("t/d/e/").symlink("t/l", "d/e").file("t/l/../x", "x")));
        stacks.put(
                "through a loop",
                List.of(new RawTar()
                        .folder("t/")
                        .symlink("t/l", "m")
                        .symlink("t/m", "l")
                        .file("t/l/x", "x")));
        stacks.put(
                "whiteout through a symlink",
                List.of(base, new RawTar().folder("t/").symlink("t/k", "d").file("t/k/.wh.a", "")));
        stacks.put(
                "hard link",
                List.of(new RawTar().file("t/f", "1").hardLink("t/g", "t/f").hardLink("t/h", "/t/g")));
        stacks.put(
                "hard link to a symlink",
                List.of(new RawTar().file("t/f", "1").symlink("t/s", "f").hardLink("t/g", "t/s")));
        stacks.put(
                "hard link through a symlink",
                List.of(new RawTar().file("t/d/f", "1").symlink("t/s", "d").hardLink("t/g", "t/s/f")));
        stacks.put(
                "hard link above the root",
                List.of(new RawTar().file("t/f", "1").hardLink("t/g", "../../../t/f")));
        stacks.put("hard link to what is missing", List.of(new RawTar().hardLink("t/g", "t/none")));
        stacks.put(
                "hard link to what is below",
                List.of(base, new RawTar().folder("t").hardLink("t/g", "t/f")));
        stacks.put("hard link to a folder", List.of(new RawTar().folder("t/d").hardLink("t/g", "t/d")));
        stacks.put("hard link to itself", List.of(new RawTar().file("t/f", "1").hardLink("t/f", "t/f")));
        stacks.put(
                "hard link, original replaced",
                List.of(new RawTar()
                        .file("t/f", "1")
                        .hardLink("t/g", "t/f")
                        .hardLink("t/h", "t/g")
                        .file("t/f", "22")));
        stacks.put(
                "hard link before its original",
                List.of(new RawTar().hardLink("t/g", "t/f").file("t/f", "1")));
        stacks.put(
                "devices and fifos", List.of(new RawTar().device("t/null", 1, 3).fifo("t/p")));
        stacks.put("a whiteout device", List.of(base, new RawTar().folder("t").device("t/f", 0, 0)));
        stacks.put("file with a slash", List.of(new RawTar().file("t/f/", "1")));
        stacks.put("old file with a slash", List.of(new RawTar().header((char) 0, "t/f/", "", 0, h -> {})));
        stacks.put("contiguous file", List.of(new RawTar().header('7', "t/f", "", 0, h -> {})));
        stacks.put(
                "global header",
                List.of(new RawTar().extended('g', "path=t/evil", "uid=7").file("t/f", "1")));
        stacks.put(
                "pax owner",
                List.of(new RawTar().pax("uid=3000000", "gid=5", "path=t/long").file("t/f", "1")));
        stacks.put("symlink to nothing", List.of(new RawTar().symlink("t/f", "")));
        return stacks;
    }

    /** What Docker unpacks from each. */
    static Map<String, String> unpacked() throws IOException {
        Map<String, String> unpacked = new LinkedHashMap<>();
        for (String section : Files.readString(FILE).split("(?m)^" + TITLE)) {
            int end = section.indexOf('\n');
            if (end > 0) {
                unpacked.put(section.substring(0, end), section.substring(end + 1));
            }
        }
        return unpacked;
    }

    static void write(Map<String, String> unpacked) throws IOException {
        StringBuilder text = new StringBuilder();
        unpacked.forEach((title, listing) ->
                text.append(TITLE).append(title).append('\n').append(listing));
        Files.writeString(FILE, text);
    }

    /** Everything in the folders {@code t} and {@code u}, where the stacks have what they have. */
    static String listing(RootFileSystem files) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Node node : files.below("")) {
            if (node.path().matches("[tu](/.*)?")) {
                LayerEntry entry = node.entry();
                text.append(String.format(
                        "%s %s %o %d:%d%s",
                        entry.path(), entry.kind(), entry.mode(), entry.uid(), entry.gid(), detail(node, files)));
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static String detail(Node node, RootFileSystem files) throws IOException {
        if (node.isFile()) {
            String bytes = new String(files.open(node).readAllBytes(), StandardCharsets.ISO_8859_1);
            return " '" + bytes + "'" + (node.sharedFile().isPresent() ? " shared" : "");
        }
        LayerEntry entry = node.entry();
        return switch (entry.kind()) {
            case SYMLINK -> " -> " + entry.linkTarget();
            case CHARACTER_DEVICE, BLOCK_DEVICE -> " " + entry.deviceMajor() + ":" + entry.deviceMinor();
            default -> "";
        };
    }
}
