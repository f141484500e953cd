package dev.varve.lint.shell;

import dev.varve.dockerfile.SourceRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The programs that run another one, and where in their arguments that is. */
final class WrapperTable {
    private static final Map<String, Wrapping> TABLE = new HashMap<>();

    static {
        put("sudo", 0, "u g h p C T r t D R U user group host prompt chdir chroot role type other-user");
        put("doas", 0, "u C a");
        put("env", 0, "u C unset chdir");
        put("exec", 0, "a");
        put("command", 0, "");
        put("builtin", 0, "");
        put("time", 0, "f o format output");
        put("nice", 0, "n adjustment");
        put("ionice", 0, "c n p class classdata");
        put("nohup", 0, "");
        put("setsid", 0, "");
        put("stdbuf", 0, "i o e input output error");
        put("timeout", 1, "s k signal kill-after");
        put("chronic", 0, "");
        put("eatmydata", 0, "");
        put("fakeroot", 0, "l s i b f");
        put("chroot", 1, "userspec groups");
        put("gosu", 1, "");
        put("su-exec", 1, "");
        put("setpriv", 0, "");
        put("xargs", 0, "a d E I L n P s arg-file delimiter max-args max-lines max-procs max-chars replace");
        put("busybox", 0, "");
        put("tini", 0, "p e");
        put("dumb-init", 0, "r");
        put("linux32", 0, "");
        put("linux64", 0, "");
        put("unbuffer", 0, "");
    }

    private WrapperTable() {}

    private record Wrapping(int operands, Set<String> valueFlags) {}

    private static void put(String name, int operands, String valueFlags) {
        TABLE.put(name, new Wrapping(operands, Set.of(valueFlags.split(" "))));
    }

    /** The words of the command inside the wrappers of {@code words}; what was taken off is added to {@code wrappers}. */
    static List<ShellWord> unwrap(List<ShellWord> words, List<Wrapper> wrappers) {
        List<ShellWord> rest = words;
        while (true) {
            int at = commandInside(rest);
            if (at < 0) {
                return rest;
            }
            int start = rest.get(0).range().start();
            int end = Math.max(start, rest.get(at).range().start());
            wrappers.add(new Wrapper(Command.baseName(rest.get(0)), new SourceRange(start, end)));
            rest = rest.subList(at, rest.size());
        }
    }

    private static int commandInside(List<ShellWord> words) {
        Wrapping wrapping = TABLE.get(Command.baseName(words.get(0)));
        if (wrapping == null) {
            return -1;
        }
        boolean query = Command.baseName(words.get(0)).equals("command");
        int at = 1;
        boolean options = true;
        int operands = wrapping.operands;
        while (at < words.size()) {
            String text = words.get(at).text();
            if (options && text.equals("--")) {
                options = false;
            } else if (options && Command.isFlag(text)) {
                if (query && (text.indexOf('v') > 0 || text.indexOf('V') > 0)) {
                    return -1;
                }
                at += takesValue(text, wrapping) ? 1 : 0;
            } else if (!isAssignment(text)) {
                if (operands == 0) {
                    return at;
                }
                operands--;
            }
            at++;
        }
        return -1;
    }

    private static boolean takesValue(String flag, Wrapping wrapping) {
        if (flag.startsWith("--")) {
            return wrapping.valueFlags.contains(flag.substring(2));
        }
        return wrapping.valueFlags.contains(flag.substring(flag.length() - 1));
    }

    private static boolean isAssignment(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0 || !Cursor.isNameStart(text.charAt(0))) {
            return false;
        }
        return text.chars().limit(equals).allMatch(c -> Cursor.isNameChar((char) c));
    }
}
