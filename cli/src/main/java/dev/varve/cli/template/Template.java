package dev.varve.cli.template;

import dev.varve.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A template as Go's {@code text/template} reads it, as far as people write them for {@code --format}: fields
 * ({@code {{.Config.Env}}}), {@code if}, {@code range}, {@code with}, {@code else}, pipes and the functions of {@link
 * Functions}; no variables and no templates in templates. Values are those of {@link JsonObject}.
 */
public final class Template {
    private final Node root;

    private Template(Node root) {
        this.root = root;
    }

    /** @throws TemplateException where it is malformed */
    public static Template parse(String text) {
        return new Template(new Parser(text).parse());
    }

    /** @throws TemplateException where the template asks for what the value does not have */
    public String render(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        root.render(new Scope(value, value), out);
        return out.toString();
    }

    /**
     * What a part of a template sees.
     *
     * @param dot what {@code .} is
     * @param root what {@code $} is
     */
    record Scope(@Nullable Object dot, @Nullable Object root) {
        Scope with(@Nullable Object other) {
            return new Scope(other, root);
        }
    }
}
