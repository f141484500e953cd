package dev.varve.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a server wants to be asked: one challenge of a {@code WWW-Authenticate} header (RFC 9110, 11.6.1).
 *
 * @param scheme in lower case
 * @param parameters by their names in lower case
 */
record Challenge(String scheme, Map<String, String> parameters) {
    private static final Pattern PART = Pattern.compile(
            "\\G[\\s,]*(?:(?<name>[\\w!#$%&'*+.^`|~-]+)[ \\t]*=[ \\t]*"
                    + "(?:\"(?<quoted>(?:[^\"\\\\]|\\\\.)*+)\"|(?<token>[^\\s,\"]+))|(?<scheme>[\\w!#$%&'*+.^`|~-]++)(?![ \\t]*=))");

    /** Those of all the headers; what is not understood is left out. */
    static List<Challenge> parse(List<String> headers) {
        List<Challenge> challenges = new ArrayList<>();
        for (String header : headers) {
            Matcher part = PART.matcher(header);
            while (part.find()) {
                if (part.group("scheme") != null) {
                    challenges.add(new Challenge(part.group("scheme").toLowerCase(Locale.ROOT), new TreeMap<>()));
                } else if (!challenges.isEmpty()) {
                    String quoted = part.group("quoted");
                    challenges
                            .get(challenges.size() - 1)
                            .parameters
                            .put(
                                    part.group("name").toLowerCase(Locale.ROOT),
                                    quoted == null ? part.group("token") : quoted.replaceAll("\\\\(.)", "$1"));
                }
            }
        }
        return challenges;
    }

    boolean is(String name) {
        return scheme.equals(name);
    }

    /** Empty where it is missing. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
