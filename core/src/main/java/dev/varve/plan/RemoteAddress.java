package dev.varve.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code ADD} fetches rather than copies (BuildKit {@code frontend/dockerfile/dfgitutil/git_ref.go}).
 *
 * @param fileName the name that a downloaded file gets
 */
record RemoteAddress(boolean git, String fileName) {
    private static final Pattern HTTP = Pattern.compile("https?://[^/?#]*([^?#]*)(.*)");
    private static final Pattern GIT_PROTOCOL = Pattern.compile("(?:git|ssh)://.*");
    private static final Pattern SCP_LIKE = Pattern.compile("[a-zA-Z0-9_-]+@[a-zA-Z0-9-.]+:.*");

    static boolean isRemote(String source) {
        return source.startsWith("http://")
                || source.startsWith("https://")
                || GIT_PROTOCOL.matcher(source).matches()
                || SCP_LIKE.matcher(source).matches();
    }

    static RemoteAddress of(String source) {
        Matcher http = HTTP.matcher(source);
        if (!http.matches()) {
            return new RemoteAddress(true, "");
        }
        String path = http.group(1);
        String name = ContainerPath.name(ContainerPath.clean(path));
        return new RemoteAddress(path.endsWith(".git"), name.isEmpty() ? "__unnamed__" : name);
    }
}
