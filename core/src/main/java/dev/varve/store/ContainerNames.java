package dev.varve.store;

import java.util.random.RandomGenerator;

/** Names for containers that were given none: an adjective and a noun of geology. */
final class ContainerNames {
    private static final String[] ADJECTIVES =
            ("amber ancient banded bright calm clear coarse cool copper coral deep dry dusty early"
                            + " even fine flat folded frozen gentle glacial golden granular green hidden humble icy late light"
                            + " lucid mellow mild misty modest mossy muddy noble old pale patient plain polished quiet rapid red"
                            + " rippled rosy rough round sandy sharp shiny silent silver slow smooth snowy soft solid stable"
                            + " steady still stony sunny swift tidal tilted tranquil upper vivid warm white wide windy young")
                    .split(" ");
    private static final String[] NOUNS =
            ("agate alluvium aquifer arch arroyo basalt basin bay beach bluff boulder breccia brook"
                            + " canyon cavern chalk clay cliff cobble core cove crag crater creek crystal delta drift dune esker"
                            + " estuary feldspar fjord flint floe fossil garnet geode glacier gneiss gorge granite gravel gypsum"
                            + " harbour headland ice island jasper kame karst lagoon lake lava ledge limestone loam loess lowland"
                            + " marble marl meadow mesa mica moraine mudstone oasis obsidian onyx opal outcrop oxbow pebble"
                            + " plateau pond pumice quarry quartz ravine reef ridge river sandbar sandstone schist sediment shale"
                            + " shoal silt slate spring strait strand stratum summit talus terrace tuff valley varve vein")
                    .split(" ");

    private ContainerNames() {}

    static String random(RandomGenerator random) {
        return ADJECTIVES[random.nextInt(ADJECTIVES.length)] + "_" + NOUNS[random.nextInt(NOUNS.length)];
    }
}
