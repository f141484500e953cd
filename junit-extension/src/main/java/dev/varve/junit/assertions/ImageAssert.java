package dev.varve.junit.assertions;

import dev.varve.engine.files.Accounts;
import dev.varve.image.ImageReference;
import dev.varve.junit.Image;
import dev.varve.junit.ImageLayer;
import dev.varve.layer.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractPathAssert;
import org.assertj.core.api.Assertions;

/** Assertions about an image. */
public class ImageAssert extends ImageConfigAssert<ImageAssert> {
    private static final List<String> SHELLS =
            List.of("/bin/sh", "/bin/bash", "/bin/dash", "/bin/ash", "/usr/bin/sh", "/usr/bin/bash", "/busybox/sh");

    ImageAssert(Image actual) {
        super(actual, ImageAssert.class);
    }

    /** @param id the digest of its configuration, {@code sha256:…} */
    public ImageAssert hasId(String id) {
        return require(actual.id().equals(id), () -> Mismatch.of("id " + id, "id " + actual.id()));
    }

    /** @param digest the digest of its manifest, {@code sha256:…} */
    public ImageAssert hasDigest(String digest) {
        String found = actual.digest().toString();
        return require(found.equals(digest), () -> Mismatch.of("digest " + digest, "digest " + found));
    }

    /** @param name such as {@code web-ping} or {@code web-ping:1.2} */
    public ImageAssert hasTag(String name) {
        List<String> tags = actual.tags();
        String wanted = ImageReference.parse(name).familiar();
        return require(
                tags.contains(wanted) || tags.contains(wanted + ":latest"),
                () -> new Mismatch(
                        "tag " + wanted,
                        tags.isEmpty() ? "no tags" : String.join(", ", tags),
                        "give it one: @Dockerfile(tags = \"" + name + "\")"));
    }

    /** Goes on with its history. */
    public HistoryAssert history() {
        return toPart(new HistoryAssert(actual));
    }

    /** Goes on with the layer that an instruction made; its beginning is enough. It fails where there is not exactly one. */
    public LayerAssert layer(String instruction) {
        List<ImageLayer> found = actual.layers().stream()
                .filter(layer -> InstructionText.begins(layer.instruction(), instruction))
                .toList();
        if (found.size() != 1) {
            throw failure(new Mismatch(
                    "one layer of '" + instruction + "'",
                    found.size() + " such layers; the layers are of\n" + Mismatch.lines(instructions()),
                    "name the instruction as the Dockerfile has it; its beginning is enough"));
        }
        return toPart(new LayerAssert(actual, found.get(0)));
    }

    /** Goes on with a layer by its place, 0 for the lowest. */
    public LayerAssert layer(int index) {
        return toPart(new LayerAssert(actual, actual.layers().get(index)));
    }

    private List<String> instructions() {
        return actual.layers().stream()
                .map(layer -> InstructionText.plain(layer.instruction()))
                .toList();
    }

    public ImageAssert hasLayers(int count) {
        int found = actual.config().diffIds().size();
        return require(
                found == count,
                () -> Mismatch.of(count + " layers", found + " layers, of\n" + Mismatch.lines(instructions())));
    }

    /** All its layers together are smaller than this. */
    public ImageAssert isSmallerThan(long bytes) {
        return require(
                actual.size() < bytes,
                () -> new Mismatch(
                        "less than " + Sizes.of(bytes),
                        Sizes.of(actual.size()) + " in layers of\n" + Mismatch.lines(sizes()),
                        "look into the largest: varve history " + actual.id()));
    }

    private List<String> sizes() {
        return actual.layers().stream()
                .map(layer -> Sizes.of(layer.size()) + "  " + InstructionText.plain(layer.instruction()))
                .toList();
    }

    /** Its lowest layers are all those of this image, so that both are stored and pulled once. */
    public ImageAssert isBasedOn(Image base) {
        List<?> own = actual.config().diffIds();
        List<?> below = base.config().diffIds();
        long shared = java.util.stream.IntStream.range(0, Math.min(own.size(), below.size()))
                .takeWhile(i -> own.get(i).equals(below.get(i)))
                .count();
        return require(
                shared == below.size(),
                () -> new Mismatch(
                        "all " + below.size() + " layers of " + base + " at the bottom",
                        shared + " of them",
                        "build it FROM the same version of that image"));
    }

    /** A user that is not root runs it. */
    public ImageAssert runsAsNonRoot() {
        String user = actual.config().config().user();
        return require(
                !isRoot(user),
                () -> new Mismatch(
                        "a USER other than root",
                        user.isEmpty() ? "no USER, which is root" : "USER " + user,
                        "make a user and say USER in the last stage of the Dockerfile"));
    }

    private boolean isRoot(String user) {
        try {
            return new Accounts(path -> {
                                Path file = actual.path("/" + path);
                                return Files.isRegularFile(file)
                                        ? Optional.of(Files.readAllBytes(file))
                                        : Optional.empty();
                            })
                            .identity(user)
                            .uid()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Has no shell that an intruder could use. */
    public ImageAssert hasNoShell() {
        List<String> found =
                SHELLS.stream().filter(path -> Files.exists(actual.path(path))).toList();
        return require(
                found.isEmpty(),
                () -> new Mismatch(
                        "no shell",
                        String.join(", ", found),
                        "copy what the program needs into a last stage FROM scratch, or onto a base image without a shell"));
    }

    /** Goes on with one of its files, by AssertJ's own assertions. Failures there are thrown, also of soft assertions. */
    public AbstractPathAssert<?> path(String path) {
        return Assertions.assertThat(actual.path(path)).as(descriptionText());
    }

    /** Has this package of dpkg, apk or rpm, whatever version. */
    public ImageAssert hasPackage(String name) {
        Packages packages = Packages.of(actual);
        return require(packages.version(name).isPresent(), () -> packages.missing(name, ""));
    }

    /** Has this package in this very version; rpm's are {@code epoch:version-release}, without an epoch that is 0. */
    public ImageAssert hasPackage(String name, String version) {
        Packages packages = Packages.of(actual);
        return require(packages.has(name, version), () -> packages.missing(name, version));
    }

    /** Has not this package. */
    public ImageAssert doesNotHavePackage(String name) {
        Packages packages = Packages.of(actual);
        return require(!packages.isUnreadable() && packages.version(name).isEmpty(), () -> packages.unwanted(name));
    }

    /** Its layers hold fewer bytes than this of files that layers above replace or remove. */
    public ImageAssert wastesLessThan(long bytes) {
        HiddenFiles hidden = HiddenFiles.of(actual);
        return require(hidden.bytes() < bytes, () -> hidden.mismatch(bytes));
    }

    /**
     * Neither its layers, removed files too, nor its variables, labels and history hold what looks like a token or a private
     * key.
     *
     * @param exceptions paths whose content may look like that
     */
    public ImageAssert hasNoSecrets(String... exceptions) {
        List<String> found = new Secrets(List.of(exceptions)).in(actual);
        return require(found.isEmpty(), () -> new Mismatch("no secrets", Mismatch.lines(found), """
                revoke what was real: who has the image has it, removed in a later layer or not. Keep it out of the \
                build context with .dockerignore, or give it to a RUN alone with --mount=type=secret"""));
    }

    /** Goes on with what its files differ in from those of another image. Times are not looked at. */
    public FilesComparedAssert filesComparedTo(Image other) {
        return toPart(new FilesComparedAssert(actual, other));
    }

    /**
     * Takes no more room than a file says that is kept with the tests: of the image and of each layer. With the system
     * property {@code varve.update=true} the file is written instead.
     */
    public ImageAssert isWithinSizeBudget(Path file) {
        SizeBudget budget = new SizeBudget(file);
        Optional<Mismatch> mismatch = budget.check(actual);
        return require(mismatch.isEmpty(), mismatch::orElseThrow);
    }
}
