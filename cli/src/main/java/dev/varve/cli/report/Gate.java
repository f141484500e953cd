package dev.varve.cli.report;

import dev.varve.lint.history.replay.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a comparison may not come to, such as {@code hit-rate<-2%,seconds>10%}: each metric's change from the base. That of
 * {@code hit-rate} is in percentage points; those of {@code seconds}, {@code rerun-steps} and {@code avoidable} are absolute, or
 * with {@code %} relative to the base.
 *
 * @param text as it was given
 */
record Gate(String text, List<Condition> conditions) {
    private static final Pattern CONDITION = Pattern.compile(
            "\\s*(hit-rate|seconds|rerun-steps|avoidable)\\s*(<=|>=|<|>)\\s*([+-]?[0-9]+(?:\\.[0-9]+)?)\\s*(%?)\\s*");

    /** One of several conditions, each of which fails the comparison where it holds. */
    record Condition(String metric, String operator, double value, boolean percent) {

        Optional<String> holds(Totals base, Totals head) {
            double before = metric(base);
            double after = metric(head);
            double change = after - before;
            if (metric.equals("hit-rate")) {
                change *= 100;
            } else if (percent) {
                change = before == 0 ? (after == 0 ? 0 : 100) : change / before * 100;
            }
            boolean holds = switch (operator) {
                case "<" -> change < value;
                case "<=" -> change <= value;
                case ">" -> change > value;
                default -> change >= value;
            };
            return holds ? Optional.of(reason(before, after, change)) : Optional.empty();
        }

        private double metric(Totals totals) {
            return switch (metric) {
                case "hit-rate" -> totals.hitRate();
                case "seconds" -> totals.seconds();
                case "rerun-steps" -> totals.rerunSteps();
                default -> totals.avoidable();
            };
        }

        private String reason(double before, double after, double change) {
            boolean rate = metric.equals("hit-rate");
            String from = rate
                    ? Numbers.decimal(before * 100, 1) + " %"
                    : Numbers.decimal(before, 1).toString();
            String to = rate
                    ? Numbers.decimal(after * 100, 1) + " %"
                    : Numbers.decimal(after, 1).toString();
            String unit = rate ? " points" : percent ? " %" : "";
            return metric + " was " + from + " and is " + to + ": a change of " + Numbers.decimal(change, 1) + unit;
        }
    }

    /** @throws IllegalArgumentException where it is no such expression */
    static Gate parse(String text) {
        List<Condition> conditions = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = CONDITION.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "expected conditions such as hit-rate<-2% or seconds>10%, of hit-rate,"
                                + " seconds, rerun-steps and avoidable, not '" + part.strip() + "'");
            }
            conditions.add(new Condition(
                    matcher.group(1),
                    matcher.group(2),
                    Double.parseDouble(matcher.group(3)),
                    !matcher.group(4).isEmpty()));
        }
        return new Gate(text, conditions);
    }

    /** Why the comparison fails; none where it does not. */
    List<String> reasons(Totals base, Totals head) {
        return conditions.stream()
                .map(condition -> condition.holds(base, head))
                .flatMap(Optional::stream)
                .toList();
    }
}
