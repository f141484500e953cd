package dev.varve.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code gate.sh} is given. */
final class GateArguments {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** What some shell does not let others set, or takes for itself. */
    private static final Set<String> SHELLS_OWN = Set.of(
            "_",
            "BASHOPTS",
            "BASHPID",
            "DIRSTACK",
            "EPOCHREALTIME",
            "EPOCHSECONDS",
            "EUID",
            "FUNCNAME",
            "GROUPS",
            "HISTCMD",
            "LINENO",
            "OPTIND",
            "PPID",
            "RANDOM",
            "SECONDS",
            "SHELLOPTS",
            "SRANDOM",
            "UID");

    private GateArguments() {}

    static List<String> of(ProcessSpec spec) {
        List<String> plain = new ArrayList<>();
        List<String> odd = new ArrayList<>();
        for (Map.Entry<String, String> variable : spec.environment().entrySet()) {
            String name = variable.getKey();
            boolean shells = NAME.matcher(name).matches() && !SHELLS_OWN.contains(name) && !name.startsWith("BASH_");
            (shells ? plain : odd).add(name + "=" + variable.getValue());
        }
        List<String> arguments = new ArrayList<>(List.of(spec.workingDirectory()));
        arguments.addAll(plain);
        arguments.add("");
        arguments.add(spec.arguments().get(0));
        arguments.add(odd.isEmpty() ? "" : "env");
        arguments.addAll(odd);
        arguments.addAll(spec.arguments());
        return arguments;
    }
}
