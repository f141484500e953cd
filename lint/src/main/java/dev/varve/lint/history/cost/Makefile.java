package dev.varve.lint.history.cost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the targets of a makefile run. Its own variables are expanded where they are no functions; conditions are not heeded. */
final class Makefile {
    private static final Pattern RULE = Pattern.compile("([\\w./%$(){} -]+?)\\s*::?(?!=)\\s*([^=#]*)(?:#.*)?");
    private static final Pattern VARIABLE =
            Pattern.compile("(?:export\\s+)?([A-Za-z_]\\w*)\\s*(?::{0,2}|\\?)=\\s*(.*)");
    private static final Pattern REFERENCE = Pattern.compile("\\$[({]([A-Za-z_]\\w*)[)}]");
    private static final int DEEPEST = 5;
    private static final Pattern MAKE = Pattern.compile("(?:\\S*/)?make((?: +\\S+)*) *");

    private final Map<String, Target> targets = new LinkedHashMap<>();

    private final Map<String, String> variables = new HashMap<>();

    private record Target(List<String> needs, List<String> commands) {}

    private Makefile() {}

    static Makefile parse(String text) {
        Makefile makefile = new Makefile();
        List<String> commands = new ArrayList<>();
        for (String line : text.replaceAll("\\s*\\\\\n\\s*", " ").split("\n")) {
            Matcher rule = RULE.matcher(line);
            Matcher variable = VARIABLE.matcher(line);
            if (line.startsWith("\t")) {
                commands.add(line.strip().replaceFirst("^[@+-]+\\s*", ""));
            } else if (variable.matches()) {
                makefile.variables.put(variable.group(1), variable.group(2).strip());
            } else if (rule.matches()) {
                commands = new ArrayList<>();
                Target target = new Target(List.of(rule.group(2).strip().split("\\s+")), commands);
                for (String name : rule.group(1).strip().split("\\s+")) {
                    makefile.targets.merge(name, target, Makefile::both);
                }
            }
        }
        return makefile;
    }

    private static Target both(Target one, Target other) {
        List<String> needs = new ArrayList<>(one.needs);
        needs.addAll(other.needs);
        return new Target(needs, one.commands.isEmpty() ? other.commands : one.commands);
    }

    /** The same script with what a {@code make} in it runs in its place, where that is one of the targets. */
    String expanded(String script) {
        StringBuilder expanded = new StringBuilder();
        for (String part : script.split("(?<=&&|[;|\\n])|(?=&&|[;|\\n])")) {
            String command = part.strip()
                    .replaceFirst("^\\(*(?:(?:then|else|do|[A-Za-z_]\\w*=\\S*) +)*", "")
                    .replaceFirst("\\)+(?: +else\\b.*)?$", "");
            Matcher make = MAKE.matcher(command);
            List<String> commands = new ArrayList<>();
            if (make.matches()
                    && !make.group(1).contains(" -C")
                    && !make.group(1).contains(" -f")) {
                add(target(make.group(1)), commands, new HashSet<>());
            }
            expanded.append(commands.isEmpty() ? part : "\n" + String.join("\n", commands) + "\n");
        }
        return expanded.toString();
    }

    private String target(String arguments) {
        for (String argument : arguments.strip().split("\\s+")) {
            if (!argument.startsWith("-") && !argument.contains("=") && !argument.isEmpty()) {
                return argument;
            }
        }
        return targets.keySet().stream()
                .filter(name -> !name.startsWith("."))
                .findFirst()
                .orElse("");
    }

    private void add(String name, List<String> commands, Set<String> seen) {
        Target target = targets.get(name);
        if (target == null || !seen.add(name)) {
            return;
        }
        target.needs.forEach(need -> add(need, commands, seen));
        target.commands.forEach(command -> commands.add(resolved(command, DEEPEST)));
    }

    private String resolved(String text, int depth) {
        return depth == 0
                ? text
                : REFERENCE.matcher(text).replaceAll(reference -> {
                    String value = variables.get(reference.group(1));
                    return Matcher.quoteReplacement(value == null ? reference.group() : resolved(value, depth - 1));
                });
    }
}
