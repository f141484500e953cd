package dev.varve.cli.report;

import dev.varve.layer.waste.DiveScore;
import dev.varve.layer.waste.ImageLayers;
import dev.varve.yaml.YamlDocument;
import dev.varve.yaml.YamlException;
import dev.varve.yaml.YamlMapping;
import dev.varve.yaml.YamlNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a {@code .dive-ci} file asks of an image, judged by {@link DiveScore} as dive judges it. A key that is not there has dive's
 * default; {@code disabled}, {@code off}, {@code false} or an empty text switch it off.
 */
record DiveRules(
        OptionalDouble lowestEfficiency, OptionalLong highestWastedBytes, OptionalDouble highestUserWastedPercent) {
    private static final String EFFICIENCY = "lowestEfficiency";
    private static final String BYTES = "highestWastedBytes";
    private static final String PERCENT = "highestUserWastedPercent";
    private static final DiveRules DEFAULTS =
            new DiveRules(OptionalDouble.of(0.9), OptionalLong.empty(), OptionalDouble.of(0.1));
    private static final Set<String> OFF = Set.of("", "disabled", "off", "false");

    /** @throws YamlException where it is no such file, with line and column */
    static DiveRules read(Path file) throws IOException {
        YamlNode root = YamlDocument.read(file).root();
        if (root.isNull()) {
            return DEFAULTS;
        }
        YamlMapping document = root.mapping();
        document.onlyKeys("rules");
        Optional<YamlMapping> rules = document.mapping("rules");
        if (rules.isEmpty()) {
            return DEFAULTS;
        }
        rules.get().onlyKeys(EFFICIENCY, BYTES, PERCENT);
        return new DiveRules(
                ratio(rules.get(), EFFICIENCY, DEFAULTS.lowestEfficiency),
                bytes(rules.get()),
                ratio(rules.get(), PERCENT, DEFAULTS.highestUserWastedPercent));
    }

    private static OptionalDouble ratio(YamlMapping rules, String key, OptionalDouble otherwise) throws YamlException {
        Optional<YamlNode> node = rules.optional(key);
        if (node.isEmpty() || node.get().isNull()) {
            return otherwise;
        }
        if (isOff(node.get())) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(node.get().text());
            if (value >= 0 && value <= 1) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            throw node.get().unlike("a ratio from 0 to 1, or disabled, for " + key);
        }
        throw node.get().unlike("a ratio from 0 to 1, or disabled, for " + key);
    }

    private static OptionalLong bytes(YamlMapping rules) throws YamlException {
        Optional<YamlNode> node = rules.optional(BYTES);
        if (node.isEmpty() || node.get().isNull() || isOff(node.get())) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(ByteAmount.parse(node.get().text()));
        } catch (IllegalArgumentException e) {
            throw node.get().at().error(BYTES + ": " + e.getMessage());
        }
    }

    private static boolean isOff(YamlNode node) throws YamlException {
        return OFF.contains(node.text().strip().toLowerCase(Locale.ROOT));
    }

    /** Why the image fails; none where it does not. */
    List<String> reasons(ImageLayers image) {
        DiveScore score = image.dive();
        List<String> reasons = new ArrayList<>();
        if (lowestEfficiency.isPresent() && lowestEfficiency.getAsDouble() > score.efficiency()) {
            reasons.add(EFFICIENCY + ": " + image.name() + " has an efficiency of "
                    + Numbers.decimal(score.efficiency(), 4) + ", less than " + plain(lowestEfficiency.getAsDouble()));
        }
        if (highestWastedBytes.isPresent() && score.wastedBytes() > highestWastedBytes.getAsLong()) {
            reasons.add(BYTES + ": " + image.name() + " wastes " + score.wastedBytes()
                    + " bytes as dive counts them, more than " + highestWastedBytes.getAsLong());
        }
        if (highestUserWastedPercent.isPresent()
                && score.userWastedPercent() > highestUserWastedPercent.getAsDouble()) {
            reasons.add(PERCENT + ": " + image.name() + " wastes "
                    + (Double.isInfinite(score.userWastedPercent())
                            ? "bytes though there are none"
                            : Numbers.decimal(score.userWastedPercent(), 4) + " of those")
                    + " above the lowest layer, more than " + plain(highestUserWastedPercent.getAsDouble()));
        }
        return reasons;
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
