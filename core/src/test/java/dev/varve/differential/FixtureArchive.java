package dev.varve.differential;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Writes tar archives, compressed as their names say. */
final class FixtureArchive {
    private FixtureArchive() {}

    static void write(List<FixtureFile> files, Path path) throws IOException, InterruptedException {
        String name = path.toString();
        if (name.endsWith(".xz")) {
            Path plain = Path.of(name.substring(0, name.length() - ".xz".length()));
            write(files, plain);
            FixtureTree.run("xz", plain.toString());
            return;
        }
        try (OutputStream out = compressed(Files.newOutputStream(path), name);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (FixtureFile file : files) {
                add(tar, file);
            }
        }
    }

    private static OutputStream compressed(OutputStream out, String name) throws IOException {
        if (name.endsWith(".gz") || name.endsWith(".tgz")) {
            return new GZIPOutputStream(out);
        }
        if (name.endsWith(".bz2")) {
            return new BZip2CompressorOutputStream(out);
        }
        return name.endsWith(".zst") ? new ZstdOutputStream(out) : out;
    }

    private static void add(TarArchiveOutputStream tar, FixtureFile file) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(file.pathInArchive(), type(file), true);
        entry.setMode(file.mode());
        entry.setIds(file.uid(), file.gid());
        entry.setNames("", "");
        entry.setLastModifiedTime(FileTime.from(file.modified()));
        entry.setLinkName(file.target());
        entry.setDevMajor(file.deviceMajor());
        entry.setDevMinor(file.deviceMinor());
        file.attributes().forEach((name, value) -> entry.addPaxHeader("SCHILY.xattr." + name, value));
        byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
        boolean hasContent = file.kind() == FixtureFile.Kind.FILE;
        entry.setSize(hasContent ? content.length : 0);
        tar.putArchiveEntry(entry);
        if (hasContent) {
            tar.write(content);
        }
        tar.closeArchiveEntry();
    }

    private static byte type(FixtureFile file) {
        return switch (file.kind()) {
            case FILE -> TarConstants.LF_NORMAL;
            case FOLDER -> TarConstants.LF_DIR;
            case SYMBOLIC_LINK -> TarConstants.LF_SYMLINK;
            case HARD_LINK -> TarConstants.LF_LINK;
            case FIFO -> TarConstants.LF_FIFO;
            case CHARACTER_DEVICE -> TarConstants.LF_CHR;
        };
    }
}
