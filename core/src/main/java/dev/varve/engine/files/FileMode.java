package dev.varve.engine.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code --chmod} makes of a mode: an octal number, or POSIX's symbolic form ({@code u=rwX,go-w}) with an umask of 0.
 */
public final class FileMode {
    private static final Pattern OCTAL = Pattern.compile("0*[0-7]{1,4}");
    private static final Pattern CLAUSE = Pattern.compile("([ugoa]*)((?:[-+=](?:[rwxXst]*|[ugo]))+)");
    private static final Pattern ACTION = Pattern.compile("([-+=])([rwxXst]*|[ugo])");
    private static final int ANY_EXECUTE = 0111;

    private final boolean octal;
    private final int number;
    private final List<Action> actions;

    /** @param who the bits of the classes concerned, {@code 0700} for the owner; their special bits with them */
    private record Action(int who, char operator, String permissions) {}

    private FileMode(boolean octal, int number, List<Action> actions) {
        this.octal = octal;
        this.number = number;
        this.actions = actions;
    }

    /** @throws IllegalArgumentException where the text is no mode */
    public static FileMode parse(String text) {
        if (OCTAL.matcher(text).matches()) {
            return new FileMode(true, Integer.parseInt(text, 8), List.of());
        }
        List<Action> actions = new ArrayList<>();
        for (String clause : text.split(",", -1)) {
            Matcher parts = CLAUSE.matcher(clause);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "'" + text
                                + "' is not a mode; expected an octal number such as 0755, or a symbolic mode such as u=rwX,go=rX");
            }
            Matcher action = ACTION.matcher(parts.group(2));
            while (action.find()) {
                actions.add(new Action(who(parts.group(1)), action.group(1).charAt(0), action.group(2)));
            }
        }
        return new FileMode(false, 0, actions);
    }

    private static int who(String classes) {
        if (classes.isEmpty() || classes.contains("a")) {
            return 07777;
        }
        return (classes.contains("u") ? 04700 : 0)
                | (classes.contains("g") ? 02070 : 0)
                | (classes.contains("o") ? 01007 : 0);
    }

    /** Whether it is one mode for everything, which folders made on the way get too. */
    public boolean isOctal() {
        return octal;
    }

    /** The mode that something of this mode gets. */
    public int apply(int mode, boolean isFolder) {
        if (octal) {
            return number;
        }
        int result = mode;
        for (Action action : actions) {
            int bits = bits(action.permissions, result, isFolder) & action.who;
            result = switch (action.operator) {
                case '+' -> result | bits;
                case '-' -> result & ~bits;
                default -> (result & ~(action.who & 0777)) | bits;
            };
        }
        return result;
    }

    private static int bits(String permissions, int mode, boolean isFolder) {
        if (permissions.length() == 1 && "ugo".contains(permissions)) {
            int shift = permissions.equals("u") ? 6 : permissions.equals("g") ? 3 : 0;
            int copied = mode >> shift & 7;
            return copied << 6 | copied << 3 | copied;
        }
        int bits = 0;
        for (int i = 0; i < permissions.length(); i++) {
            bits |= switch (permissions.charAt(i)) {
                case 'r' -> 0444;
                case 'w' -> 0222;
                case 'x' -> ANY_EXECUTE;
                case 'X' -> isFolder || (mode & ANY_EXECUTE) != 0 ? ANY_EXECUTE : 0;
                case 's' -> 06000;
                default -> 01000;
            };
        }
        return bits;
    }
}
