package dev.varve.cli.report;

import dev.varve.cli.format.HumanSize;
import dev.varve.layer.waste.ImageLayers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much an image's own layers may waste.
 *
 * @param limit bytes, or percent of the bytes of all files
 */
record MaxWasted(double limit, boolean percent) {
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]+)?) ?%");
    private static final double ALL = 100;

    /** @throws IllegalArgumentException where it is neither bytes nor percent */
    static MaxWasted parse(String text) {
        Matcher matcher = PERCENT.matcher(text.strip());
        if (!matcher.matches()) {
            if (text.contains("%")) {
                throw new IllegalArgumentException("expected percent such as 5%, not '" + text + "'");
            }
            return new MaxWasted(ByteAmount.parse(text), false);
        }
        double limit = Double.parseDouble(matcher.group(1));
        if (limit > ALL) {
            throw new IllegalArgumentException("expected at most 100%, not '" + text + "'");
        }
        return new MaxWasted(limit, true);
    }

    /** Why the image fails; empty where it does not. */
    Optional<String> reason(ImageLayers image) {
        long waste = image.ownWaste();
        long total = image.wasted().total();
        double share = total == 0 ? 0 : ALL * waste / total;
        if ((percent ? share : waste) <= limit) {
            return Optional.empty();
        }
        String worst = image.wasted().files().stream()
                .filter(file -> file.by() >= image.firstOwn())
                .findFirst()
                .map(file -> "; the largest is /" + file.path() + " with " + HumanSize.of(file.bytes()))
                .orElse("");
        String of = percent
                ? Numbers.decimal(share, 1) + " % of " + HumanSize.of(total) + ", more than "
                        + Numbers.decimal(limit, 1) + " %"
                : HumanSize.of(waste) + ", more than " + HumanSize.of((long) limit);
        return Optional.of("the layers of " + image.name() + " waste " + of + worst);
    }
}
