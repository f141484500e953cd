package dev.varve.cli.report;

import dev.varve.cli.command.Flags;
import dev.varve.cli.command.Text;
import dev.varve.cli.console.Failure;
import dev.varve.layer.waste.ImageLayers;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which image is looked at, and what it may not waste. */
final class ImageFlags {
    final Text image;
    private final Text maxWasted;
    private final Text diveRules;

    ImageFlags(Flags flags) {
        image = flags.text(
                "--image", "name", "An image built from this Dockerfile: its layers, and what they hold in vain");
        maxWasted = flags.text(
                        "--max-wasted",
                        "bytes|percent",
                        "Fail where the image's own layers waste more, such as 20MB or 5%")
                .checked(MaxWasted::parse);
        diveRules = flags.text("--dive-ci", "file", "Fail where the image breaks the rules of this .dive-ci file");
    }

    /** What an image would be judged by, read before anything is done. */
    Judgement judgement() throws IOException {
        for (Text limit : List.of(maxWasted, diveRules)) {
            if (limit.isGiven() && !image.isGiven()) {
                throw new Failure((limit == maxWasted ? "--max-wasted" : "--dive-ci")
                        + " judges an image; --image NAME names it");
            }
        }
        return new Judgement(maxWasted.value().map(MaxWasted::parse), rules());
    }

    private Optional<DiveRules> rules() throws IOException {
        if (!diveRules.isGiven()) {
            return Optional.empty();
        }
        try {
            return Optional.of(DiveRules.read(Path.of(diveRules.or(""))));
        } catch (NoSuchFileException e) {
            throw new Failure("--dive-ci " + diveRules.or("") + ": there is no such file");
        }
    }

    /** All limits of a command. */
    record Judgement(Optional<MaxWasted> maxWasted, Optional<DiveRules> rules) {
        List<String> reasons(ImageLayers image) {
            List<String> reasons = new ArrayList<>();
            maxWasted.flatMap(limit -> limit.reason(image)).ifPresent(reasons::add);
            rules.ifPresent(dive -> reasons.addAll(dive.reasons(image)));
            return reasons;
        }
    }
}
