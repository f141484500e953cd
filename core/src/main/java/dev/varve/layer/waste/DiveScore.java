package dev.varve.layer.waste;

import dev.varve.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * What the program dive (0.13) says of an image, computed as it does ({@code dive/filetree/efficiency.go} and
 * {@code dive/image/analysis.go}), for comparison. A path in several layers is wasted with all its copies, also the one that is
 * seen; what goes with a removed folder, and equal contents at different paths, are not wasted there.
 *
 * @param efficiency from 0 to 1: the smallest size that each path has in a layer, summed, of all sizes summed
 * @param wastedBytes all sizes of the paths that are in several layers
 * @param userWastedPercent that as a ratio of the bytes of all layers but the lowest; infinite or no number where those are none
 */
public record DiveScore(double efficiency, long wastedBytes, double userWastedPercent) {

    /** Of these layers, the lowest first. */
    public static DiveScore of(List<Layer> layers) {
        List<DiveTree> trees = new ArrayList<>();
        for (Layer layer : layers) {
            trees.add(DiveTree.of(layer.entries()));
        }
        DivePaths paths = new DivePaths();
        DiveTree stacked = new DiveTree();
        for (int i = 0; i < trees.size(); i++) {
            if (i <= 1) {
                stacked.stack(trees.get(0));
            } else {
                stacked.stack(trees.get(i - 1));
            }
            paths.visit(trees.get(i), stacked);
        }
        long userBytes = trees.stream().skip(1).mapToLong(DiveTree::bytes).sum();
        return new DiveScore(paths.efficiency(), paths.wastedBytes(), (double) paths.wastedBytes() / userBytes);
    }
}
