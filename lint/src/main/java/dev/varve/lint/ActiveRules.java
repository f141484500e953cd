package dev.varve.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules that run, and with which severity. */
final class ActiveRules {
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Severity> severities = new HashMap<>();
    private final Configuration configuration;

    ActiveRules(Rules all, Configuration configuration) {
        this.configuration = configuration;
        Set<Rule> selected = named(all, configuration.select());
        Set<Rule> enabled = named(all, configuration.enable());
        Set<Rule> ignored = named(all, configuration.ignore());
        for (Rule rule : all.all()) {
            boolean wanted = configuration.select().isEmpty()
                    ? rule.info().enabled() || enabled.contains(rule)
                    : selected.contains(rule);
            if (wanted && !ignored.contains(rule)) {
                rules.add(rule);
            }
        }
        configuration
                .severities()
                .forEach((name, severity) -> all.find(name)
                        .ifPresent(rule -> severities.put(rule.info().id(), severity)));
    }

    private static Set<Rule> named(Rules all, List<String> names) {
        Set<Rule> found = new HashSet<>();
        names.forEach(name -> all.find(name).ifPresent(found::add));
        return found;
    }

    /** Whether what a rule of another program finds is wanted. */
    boolean wants(RuleInfo foreign) {
        return (configuration.select().isEmpty() || names(configuration.select(), foreign))
                && !names(configuration.ignore(), foreign);
    }

    private static boolean names(List<String> names, RuleInfo rule) {
        return names.stream().anyMatch(rule::isCalled);
    }

    /** What a rule of another program has found, with the severity that is configured. */
    Finding judged(Finding foreign) {
        for (Map.Entry<String, Severity> entry : configuration.severities().entrySet()) {
            if (foreign.rule().isCalled(entry.getKey())) {
                return foreign.with(entry.getValue());
            }
        }
        return foreign;
    }

    List<Rule> list() {
        return rules;
    }

    Severity severity(RuleInfo rule) {
        return severities.getOrDefault(rule.id(), rule.severity());
    }
}
