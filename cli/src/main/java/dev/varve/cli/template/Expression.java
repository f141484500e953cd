package dev.varve.cli.template;

import dev.varve.cli.template.Template.Scope;
import dev.varve.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a template that has a value. */
sealed interface Expression {
    @Nullable
    Object value(Scope scope);

    /** Something written down: a text, a number. */
    record Literal(@Nullable Object literal) implements Expression {
        @Override
        public @Nullable Object value(Scope scope) {
            return literal;
        }
    }

    /** {@code .} */
    record Dot() implements Expression {
        @Override
        public @Nullable Object value(Scope scope) {
            return scope.dot();
        }
    }

    /** {@code $} */
    record Root() implements Expression {
        @Override
        public @Nullable Object value(Scope scope) {
            return scope.root();
        }
    }

    /** {@code .Name} of something. */
    record Field(Expression of, String name) implements Expression {
        @Override
        public @Nullable Object value(Scope scope) {
            Object owner = of.value(scope);
            if (!(owner instanceof JsonObject object)) {
                throw new TemplateException("there is no field '" + name + "' in " + Values.print(owner));
            }
            if (!object.members().containsKey(name)) {
                throw new TemplateException(
                        "there is no field '" + name + "'; there are " + String.join(", ", Values.sortedNames(object)));
            }
            return object.members().get(name);
        }
    }

    /** A function and what it is given. */
    record Call(String function, List<Expression> arguments) implements Expression {
        @Override
        public @Nullable Object value(Scope scope) {
            List<@Nullable Object> values = new ArrayList<>();
            arguments.forEach(argument -> values.add(argument.value(scope)));
            return Functions.call(function, values);
        }
    }
}
