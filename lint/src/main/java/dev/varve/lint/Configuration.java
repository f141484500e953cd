package dev.varve.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How files are linted. Rules are named by id or alias.
 *
 * @param select the only rules to run, those that are off by default among them; none: every rule that is on by default
 * @param enable rules to run besides
 * @param ignore rules not to run
 * @param severities other severities than the rules' own
 * @param threshold the least severity that fails; empty: the caller's default
 * @param inlineIgnores whether comments of a Dockerfile may ignore findings
 * @param settings what rules are configured with
 */
public record Configuration(
        List<String> select,
        List<String> enable,
        List<String> ignore,
        Map<String, Severity> severities,
        Optional<Severity> threshold,
        boolean inlineIgnores,
        Settings settings) {
    public Configuration {
        select = List.copyOf(select);
        enable = List.copyOf(enable);
        ignore = List.copyOf(ignore);
        severities = Map.copyOf(severities);
    }

    /** Every rule that is on by default, with its own severity. */
    public static Configuration defaults() {
        return new Configuration(
                List.of(), List.of(), List.of(), Map.of(), Optional.empty(), true, Settings.defaults());
    }

    /** The same with these rules only; with none, it is unchanged. */
    public Configuration selecting(List<String> rules) {
        return rules.isEmpty()
                ? this
                : new Configuration(rules, enable, ignore, severities, threshold, inlineIgnores, settings);
    }

    /** The same without these rules too. */
    public Configuration ignoring(List<String> rules) {
        List<String> all = new ArrayList<>(ignore);
        all.addAll(rules);
        return new Configuration(select, enable, all, severities, threshold, inlineIgnores, settings);
    }

    /** The same with other settings. */
    public Configuration with(Settings other) {
        return new Configuration(select, enable, ignore, severities, threshold, inlineIgnores, other);
    }
}
