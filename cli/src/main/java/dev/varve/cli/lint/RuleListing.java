package dev.varve.cli.lint;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import dev.varve.json.JsonStream;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Rules;
import dev.varve.lint.config.CustomRule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the rules say of themselves. */
final class RuleListing {
    private RuleListing() {}

    static int list(Rules rules, String format, Console console) {
        if (format.equals("json")) {
            JsonStream json = new JsonStream(console.out());
            json.object(() -> json.list("rules", rules.all(), rule -> write(rule, json)))
                    .end();
            return ExitCode.OK;
        }
        int width = rules.all().stream()
                .mapToInt(rule -> rule.info().id().length())
                .max()
                .orElse(0);
        for (Rule rule : rules.all()) {
            RuleInfo info = rule.info();
            String aliases = info.aliases().isEmpty() ? "" : " (" + String.join(", ", info.aliases()) + ")";
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%-" + width + "s  %-7s  %s%s%s",
                            info.id(),
                            info.severity().label(),
                            rule.page().summary(),
                            aliases,
                            info.enabled() ? "" : " [off by default]"));
        }
        return ExitCode.OK;
    }

    private static void write(Rule rule, JsonStream json) {
        RuleInfo info = rule.info();
        json.object(() -> json.member("id", info.id())
                .list("aliases", info.aliases(), json::value)
                .member("category", info.category().label())
                .member("severity", info.severity().label())
                .member("enabled", info.enabled())
                .member("summary", rule.page().summary()));
    }

    static int explain(Rules rules, String name, Console console) {
        Rule rule = rules.find(name)
                .orElseThrow(() -> new Failure("there is no rule " + name + nearest(rules, name)
                        + "; varve lint --list-rules shows those there are"));
        console.out().print(rule.page().text());
        return ExitCode.OK;
    }

    static int test(RuleBook book, Console console) {
        List<CustomRule> rules = book.main().rules().stream()
                .filter(CustomRule.class::isInstance)
                .map(CustomRule.class::cast)
                .toList();
        List<String> complaints =
                rules.stream().flatMap(rule -> rule.complaints().stream()).toList();
        complaints.forEach(console.out()::println);
        int examples = rules.stream().mapToInt(CustomRule::examples).sum();
        console.out()
                .println(rules.size() + (rules.size() == 1 ? " rule, " : " rules, ") + examples
                        + (examples == 1 ? " example, " : " examples, ") + complaints.size() + " wrong");
        return complaints.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
    }

    /** {@code ; did you mean …?} for a name that is almost that of a rule, else nothing. */
    static String nearest(Rules rules, String name) {
        return rules.all().stream()
                .flatMap(rule -> Stream.concat(Stream.of(rule.info().id()), rule.info().aliases().stream()))
                .filter(known -> isNear(known, name))
                .findFirst()
                .map(known -> "; did you mean " + known + "?")
                .orElse("");
    }

    private static boolean isNear(String known, String name) {
        String a = known.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        return b.length() >= 4 && (a.startsWith(b) || a.contains("-" + b) || b.startsWith(a));
    }
}
