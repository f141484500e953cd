package dev.varve.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The rules there are, in the order of their ids. */
public final class Rules {
    private final List<Rule> all;
    private final Map<String, Rule> byName = new HashMap<>();

    private Rules(List<Rule> rules) {
        List<Rule> sorted = new ArrayList<>(rules);
        sorted.sort((a, b) -> a.info().id().compareTo(b.info().id()));
        all = List.copyOf(sorted);
        for (Rule rule : all) {
            register(rule.info().id(), rule);
            rule.info().aliases().forEach(alias -> register(alias, rule));
        }
    }

    private void register(String name, Rule rule) {
        Rule other = byName.putIfAbsent(name.toLowerCase(Locale.ROOT), rule);
        if (other != null) {
            throw new IllegalArgumentException("two rules are called " + name + ": "
                    + other.info().id() + " and " + rule.info().id());
        }
    }

    /** Those of every pack on the class path. */
    public static Rules installed() {
        List<Rule> rules = new ArrayList<>();
        ServiceLoader.load(RulePack.class, Rules.class.getClassLoader()).forEach(pack -> rules.addAll(pack.rules()));
        return new Rules(rules);
    }

    /**
     * These.
     *
     * @throws IllegalArgumentException where two have a name in common
     */
    public static Rules of(List<Rule> rules) {
        return new Rules(rules);
    }

    /**
     * These and more.
     *
     * @throws IllegalArgumentException where two have a name in common
     */
    public Rules with(List<Rule> more) {
        List<Rule> rules = new ArrayList<>(all);
        rules.addAll(more);
        return new Rules(rules);
    }

    public List<Rule> all() {
        return all;
    }

    /** The rule with this id or alias, in any case. */
    public Optional<Rule> find(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }
}
