package dev.varve.sandbox;

import java.util.ArrayList;
import java.util.List;

/** How the users of a container are those of the host: what has to be put before a program to see files as it does. */
record Ids(List<String> prefix, boolean inUserNamespace, boolean single) {
    /** Those of the host, which takes root. */
    static final Ids HOST = new Ids(List.of(), false, false);

    /** Where overlayfs looks for its own attributes. */
    String overlayAttribute(String name) {
        return (inUserNamespace ? "user.overlay." : "trusted.overlay.") + name;
    }

    HostCommand command(List<String> words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        return new HostCommand(all);
    }
}
