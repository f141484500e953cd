package dev.varve.cli.engine;

import java.util.List;
import java.util.Map;

/** The filters {@code label} and {@code label!}. */
public final class Labels {
    private Labels() {}

    /** Whether it has all of these: {@code key}, or {@code key=value}. */
    public static boolean haveAll(Map<String, String> labels, List<String> wanted) {
        return wanted.stream().allMatch(label -> has(labels, label));
    }

    /** Whether it has any of these. */
    public static boolean haveAny(Map<String, String> labels, List<String> unwanted) {
        return unwanted.stream().anyMatch(label -> has(labels, label));
    }

    private static boolean has(Map<String, String> labels, String label) {
        int equals = label.indexOf('=');
        return equals < 0
                ? labels.containsKey(label)
                : label.substring(equals + 1).equals(labels.get(label.substring(0, equals)));
    }
}
