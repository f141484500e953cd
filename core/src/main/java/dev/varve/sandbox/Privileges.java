package dev.varve.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is put before a program to give it a user and take all rights away that it is not to have. */
record Privileges(ProcessSpec spec, Ids ids) {
    List<String> command() {
        List<String> command = new ArrayList<>();
        User user = spec.user();
        if (!ids.single()) {
            command.addAll(List.of("setpriv", "--reuid=" + user.uid(), "--regid=" + user.gid()));
            command.add(groups());
        } else if (user.uid() == 0 && user.gid() == 0) {
            command.addAll(List.of("setpriv", "--keep-groups"));
        } else {
            // the one user that there is, under another number
            command.addAll(List.of("unshare", "--user", "--map-user=" + user.uid(), "--map-group=" + user.gid()));
            command.addAll(List.of("--keep-caps", "setpriv", "--keep-groups"));
        }
        command.addAll(limits());
        return command;
    }

    /** The same for a process that becomes that user later. */
    List<String> withoutUser() {
        List<String> command = new ArrayList<>(List.of("setpriv"));
        if (ids.single()) {
            command.add("--keep-groups");
        } else {
            command.add("--regid=" + spec.user().gid());
            command.add(groups());
        }
        command.addAll(limits());
        return command;
    }

    private String groups() {
        return "--groups=" + join(spec.user().groups());
    }

    private List<String> limits() {
        List<String> limits =
                new ArrayList<>(List.of("--bounding-set=" + bounding(), "--inh-caps=-all", "--ambient-caps=-all"));
        if (spec.noNewPrivileges()) {
            limits.add("--no-new-privs");
        }
        return limits;
    }

    private static String join(List<Integer> groups) {
        return groups.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private String bounding() {
        StringBuilder bounding = new StringBuilder("-all");
        for (Capability capability : new TreeSet<>(spec.capabilities())) {
            bounding.append(",+").append(capability.lowerCase());
        }
        return bounding.toString();
    }
}
