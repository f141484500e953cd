package dev.varve.engine.build;

import dev.varve.context.FolderContext;
import dev.varve.engine.files.ContextTree;
import dev.varve.engine.files.SourceTree;
import dev.varve.plan.Source;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The repositories that {@code ADD} fetches, {@code URL[#ref[:folder]]}, by the {@code git} of this machine (BuildKit
 * {@code source/git/source.go}).
 */
final class GitCheckouts implements Closeable {
    private static final int ABBREVIATED = 7;

    private final Map<Source.Remote, String> commits = new HashMap<>();
    private final Map<Source.Remote, SourceTree> trees = new HashMap<>();
    private final List<Path> temporary = new ArrayList<>();

    private record Address(String repository, String ref, String folder) {
        static Address of(String url) {
            int hash = url.indexOf('#');
            String fragment = hash < 0 ? "" : url.substring(hash + 1);
            int colon = fragment.indexOf(':');
            return new Address(
                    hash < 0 ? url : url.substring(0, hash),
                    colon < 0 ? fragment : fragment.substring(0, colon),
                    colon < 0 ? "" : fragment.substring(colon + 1));
        }
    }

    /** The commit that the reference stands for now. */
    synchronized String commit(Source.Remote remote) throws IOException {
        String known = commits.get(remote);
        if (known == null) {
            known = resolve(remote);
            commits.put(remote, known);
        }
        return known;
    }

    private static String resolve(Source.Remote remote) throws IOException {
        Address address = Address.of(remote.url());
        String commit = address.ref;
        if (!isCommit(commit)) {
            String ref = address.ref.isEmpty() ? "HEAD" : address.ref;
            commit = "";
            for (String line : git(null, "ls-remote", "--", address.repository, ref, ref + "^{}")
                    .lines()
                    .toList()) {
                // of an annotated tag the second line is the commit
                commit = line.split("\\s", 2)[0];
            }
            if (!isCommit(commit)) {
                throw new IOException(address.repository + " has no branch, tag or commit '" + ref + "'");
            }
        }
        if (!remote.checksum().isEmpty() && !commit.startsWith(remote.checksum())) {
            throw new IOException(
                    remote.url() + " is at commit " + commit + ", not at " + remote.checksum() + " as --checksum says");
        }
        return commit;
    }

    private static boolean isCommit(String ref) {
        return ref.length() == 40 && ref.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    /** The files of the commit; the folder {@code .git} is among them only where that was asked for. */
    synchronized SourceTree files(Source.Remote remote) throws IOException {
        SourceTree known = trees.get(remote);
        if (known == null) {
            known = checkOut(remote, commit(remote));
            trees.put(remote, known);
        }
        return known;
    }

    private SourceTree checkOut(Source.Remote remote, String commit) throws IOException {
        Address address = Address.of(remote.url());
        Path folder = Files.createTempDirectory("varve-git");
        temporary.add(folder);
        git(folder, "init", "--quiet", ".");
        git(folder, "remote", "add", "origin", address.repository);
        String wanted = isCommit(address.ref) || address.ref.isEmpty() ? commit : address.ref;
        git(folder, "fetch", "--quiet", "--depth=1", "--no-tags", "origin", wanted);
        git(folder, "checkout", "--quiet", "FETCH_HEAD");
        git(folder, "submodule", "--quiet", "update", "--init", "--recursive", "--depth=1");
        Path files = folder.resolve(address.folder).normalize();
        if (!files.startsWith(folder) || !Files.isDirectory(files)) {
            throw new IOException(remote.url() + ": commit " + commit.substring(0, ABBREVIATED) + " has no folder '"
                    + address.folder + "'");
        }
        if (!remote.keepGitDir()) {
            remove(folder.resolve(".git"));
        }
        return new ContextTree(FolderContext.of(files), Instant.EPOCH);
    }

    private static String git(@org.jspecify.annotations.Nullable Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "advice.detachedHead=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IOException("ADD from a git repository needs git, which is not installed", e);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("git " + arguments[0] + " failed: " + output.strip());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("git " + arguments[0] + ": stopped", e);
        }
        return output;
    }

    @Override
    public synchronized void close() throws IOException {
        for (Path folder : temporary) {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
