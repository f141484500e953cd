package dev.varve.cli.template;

import dev.varve.cli.template.Template.Scope;
import dev.varve.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a template that prints something. */
sealed interface Node {
    void render(Scope scope, StringBuilder out);

    /** Text as it stands. */
    record Text(String text) implements Node {
        @Override
        public void render(Scope scope, StringBuilder out) {
            out.append(text);
        }
    }

    /** A value. */
    record Print(Expression expression) implements Node {
        @Override
        public void render(Scope scope, StringBuilder out) {
            out.append(Values.print(expression.value(scope)));
        }
    }

    /** One after another. */
    record Sequence(List<Node> nodes) implements Node {
        @Override
        public void render(Scope scope, StringBuilder out) {
            nodes.forEach(node -> node.render(scope, out));
        }
    }

    /** {@code if}, and {@code with}, which makes the value the dot. */
    record Condition(Expression expression, boolean changesDot, Node then, Node otherwise) implements Node {
        @Override
        public void render(Scope scope, StringBuilder out) {
            Object value = expression.value(scope);
            if (Values.isTrue(value)) {
                then.render(changesDot ? scope.with(value) : scope, out);
            } else {
                otherwise.render(scope, out);
            }
        }
    }

    /** {@code range}: over a list, or the values of an object by their names. */
    record Range(Expression expression, Node each, Node otherwise) implements Node {
        @Override
        public void render(Scope scope, StringBuilder out) {
            Object value = expression.value(scope);
            List<? extends @Nullable Object> items = items(value);
            items.forEach(item -> each.render(scope.with(item), out));
            if (items.isEmpty()) {
                otherwise.render(scope, out);
            }
        }

        private static List<? extends @Nullable Object> items(@Nullable Object value) {
            if (value instanceof List<?> list) {
                return list;
            }
            if (value instanceof JsonObject object) {
                return Values.sortedNames(object).stream()
                        .map(name -> object.members().get(name))
                        .toList();
            }
            if (value == null) {
                return List.of();
            }
            throw new TemplateException("range cannot go over " + Values.print(value));
        }
    }
}
