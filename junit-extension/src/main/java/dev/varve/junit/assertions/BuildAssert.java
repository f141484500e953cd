package dev.varve.junit.assertions;

import dev.varve.junit.Build;
import dev.varve.junit.Image;
import dev.varve.junit.ImageLayer;
import java.util.List;

/** Assertions about a build. */
public class BuildAssert extends VarveAssert<BuildAssert, Build> {
    BuildAssert(Build actual) {
        super(actual, BuildAssert.class);
    }

    /**
     * Built twice without the cache, it gives the same image. {@code SOURCE_DATE_EPOCH} is 0 for it, unless it is an argument
     * of the build.
     */
    public BuildAssert isReproducible() {
        Build timeless =
                actual.args().containsKey("SOURCE_DATE_EPOCH") ? actual : actual.withArg("SOURCE_DATE_EPOCH", "0");
        Image first = timeless.withoutCache().image();
        Image second = timeless.withoutCache().image();
        return require(
                first.id().equals(second.id()),
                () -> new Mismatch(
                        "the same image when it is built again",
                        first.id() + " and " + second.id() + difference(first, second),
                        "leave out of the image what is different each time, such as times, random numbers and caches"));
    }

    private static String difference(Image first, Image second) {
        List<ImageLayer> before = first.layers();
        List<ImageLayer> after = second.layers();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            if (!before.get(i).diffId().equals(after.get(i).diffId())) {
                List<String> paths =
                        List.copyOf(FileDifferences.between(first, second).keySet());
                return "\nthe first layer that differs is '"
                        + InstructionText.plain(before.get(i).instruction()) + "'"
                        + (paths.isEmpty() ? ", in times only" : "; files that differ are\n" + Mismatch.lines(paths));
            }
        }
        return "\ntheir configurations differ";
    }
}
