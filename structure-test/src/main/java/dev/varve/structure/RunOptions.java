package dev.varve.structure;

import java.util.List;

/**
 * What the commands of a file are run with ({@code containerRunOptions}).
 *
 * @param user empty for the image's
 * @param envVars names of variables of this process that are handed on
 * @param envFile a file of variables; empty for none
 * @param bindMounts {@code HOST:CONTAINER[:ro]}
 */
public record RunOptions(
        String user,
        boolean privileged,
        boolean terminal,
        List<String> envVars,
        String envFile,
        List<String> capabilities,
        List<String> bindMounts) {
    /** None. */
    public static final RunOptions NONE = new RunOptions("", false, false, List.of(), "", List.of(), List.of());

    /** Options of copied lists. */
    public RunOptions {
        envVars = List.copyOf(envVars);
        capabilities = List.copyOf(capabilities);
        bindMounts = List.copyOf(bindMounts);
    }

    /** Whether anything is said. Then, as in the tool these files are for, the variables of single tests are left out. */
    boolean isSet() {
        return !equals(NONE);
    }
}
