package dev.varve.rules.security;

import dev.varve.dockerfile.User;

/** What USER says. */
final class UserText {
    private UserText() {}

    /** The user without the group. */
    static String name(User user) {
        String text = user.syntax().args().isEmpty()
                ? ""
                : user.syntax().args().get(0).text().strip();
        int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }

    static boolean isRoot(User user) {
        return name(user).equals("root") || name(user).equals("0");
    }
}
