package dev.varve.registry;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What a server says about a failure: its status, and the messages of its body (OCI distribution specification, "Error codes"). */
final class ServerError {
    private ServerError() {}

    /** Reads the answer's body. */
    static String words(Answer answer) {
        String messages = messages(answer.error());
        return "status " + answer.status() + (messages.isEmpty() ? "" : " (" + messages + ")");
    }

    private static String messages(byte[] body) {
        List<String> messages = new ArrayList<>();
        try {
            JsonObject json = JsonObject.parse(body);
            for (JsonObject error : json.has("errors") ? json.objects("errors") : List.<JsonObject>of()) {
                String message = error.optionalText("message").orElse("");
                messages.add(message.isEmpty() ? error.optionalText("code").orElse("") : message);
            }
            // What token services and others say.
            for (String name : List.of("details", "message", "error_description", "error")) {
                if (messages.isEmpty() && json.members().get(name) instanceof String text) {
                    messages.add(text);
                }
            }
        } catch (JsonException e) {
            return "";
        }
        return Plain.text(String.join("; ", messages));
    }
}
