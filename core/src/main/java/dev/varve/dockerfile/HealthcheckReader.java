package dev.varve.dockerfile;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads HEALTHCHECK. */
final class HealthcheckReader {
    private static final Map<String, FlagValues.Type> FLAGS = new LinkedHashMap<>();

    static {
        for (String name : List.of("interval", "timeout", "start-period", "start-interval", "retries")) {
            FLAGS.put(name, FlagValues.Type.TEXT);
        }
    }

    private final Syntax syntax;
    private final Problems problems;

    HealthcheckReader(Syntax syntax, Problems problems) {
        this.syntax = syntax;
        this.problems = problems;
    }

    Instruction read() {
        List<Word> args = syntax.args();
        if (args.isEmpty()) {
            problems.error(syntax.keyword().range(), "HEALTHCHECK expects CMD and a command, or NONE");
            return new Invalid(syntax);
        }
        Word type = args.get(0);
        List<Word> command = args.subList(1, args.size());
        switch (Keyword.upperCase(type.text())) {
            case "NONE" -> {
                return none(command);
            }
            case "CMD" -> {
                if (command.isEmpty()) {
                    problems.error(type.range(), "HEALTHCHECK CMD expects a command");
                }
            }
            default ->
                problems.error(type.range(), "HEALTHCHECK expects CMD or NONE, found " + Quoted.excerpt(type.text()));
        }
        return check(command);
    }

    private Instruction none(List<Word> command) {
        if (!command.isEmpty()) {
            problems.error(command.get(0).range(), "HEALTHCHECK NONE takes no arguments");
        }
        for (Flag flag : syntax.flags()) {
            problems.warning(flag.range(), "HEALTHCHECK NONE ignores flags");
        }
        return new Healthcheck(syntax, true, List.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);
    }

    private Instruction check(List<Word> command) {
        FlagValues flags = FlagValues.check(syntax, FLAGS, problems);
        return new Healthcheck(
                syntax,
                false,
                command,
                duration(flags, "interval"),
                duration(flags, "timeout"),
                duration(flags, "start-period"),
                duration(flags, "start-interval"),
                retries(flags.text("retries")));
    }

    private Duration duration(FlagValues flags, String name) {
        Word value = flags.text(name);
        if (value == null) {
            return Duration.ZERO;
        }
        Duration duration = GoDuration.parse(value.text());
        if (duration == null) {
            problems.error(
                    value.range(),
                    "--" + name + " expects a duration such as 30s or 1m30s, found " + Quoted.excerpt(value.text()));
            return Duration.ZERO;
        }
        if (!duration.isZero() && duration.compareTo(Duration.ofMillis(1)) < 0) {
            problems.error(value.range(), "--" + name + " cannot be less than 1ms");
        }
        return duration;
    }

    private int retries(@Nullable Word value) {
        if (value == null) {
            return 0;
        }
        int retries;
        try {
            retries = Integer.parseInt(value.text());
        } catch (NumberFormatException e) {
            retries = -1;
        }
        if (retries < 0) {
            problems.error(
                    value.range(),
                    "--retries expects a whole number, not negative, found " + Quoted.excerpt(value.text()));
        }
        return retries;
    }
}
