package dev.varve.image;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * How one instruction changed an image (OCI image specification, {@code config.md}, "history").
 *
 * @param createdBy the instruction, as {@code docker history} shows it
 * @param emptyLayer whether it made no layer
 */
public record HistoryEntry(
        Optional<Instant> created, String createdBy, String author, String comment, boolean emptyLayer) {

    static HistoryEntry read(JsonObject json) throws JsonException {
        return new HistoryEntry(
                json.optionalTime("created"),
                json.optionalText("created_by").orElse(""),
                json.optionalText("author").orElse(""),
                json.optionalText("comment").orElse(""),
                json.isTrue("empty_layer"));
    }

    JsonObject toJson() {
        JsonObject json = JsonObject.EMPTY
                .with("created", created.map(Instant::toString))
                .withUnlessEmpty("created_by", createdBy)
                .withUnlessEmpty("author", author)
                .withUnlessEmpty("comment", comment);
        return emptyLayer ? json.with("empty_layer", true) : json;
    }
}
