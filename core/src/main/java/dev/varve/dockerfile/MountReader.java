package dev.varve.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a {@code --mount} one after the other; that order decides about {@code required} and {@code size}. */
final class MountReader {
    static final String NO_FIELDS = "expected are fields with commas between them, and quotes around whole fields only";

    private static final long MAX_ID = 0xFFFF_FFFFL;
    private static final List<String> KEYS = List.of(
            "type",
            "from",
            "source",
            "target",
            "readonly",
            "id",
            "sharing",
            "required",
            "size",
            "mode",
            "uid",
            "gid",
            "src",
            "dst",
            "destination",
            "ro",
            "rw",
            "readwrite",
            "env");

    private Mount.Type type = Mount.Type.BIND;
    private String from = "";
    private String source = "";
    private String target = "";
    private @Nullable Boolean readOnly;
    private String id = "";
    private Mount.@Nullable Sharing sharing;
    private boolean required;
    private long size;
    private @Nullable Long mode;
    private @Nullable Long uid;
    private @Nullable Long gid;
    private @Nullable String env;

    static List<String> fields(String value) throws MountException {
        List<String> fields = CsvLine.fields(value);
        if (fields == null) {
            throw new MountException(NO_FIELDS);
        }
        return fields;
    }

    Mount read(String value, WordExpander expander) throws MountException, ExpansionException {
        for (String field : fields(value)) {
            int equals = field.indexOf('=');
            String key = Keyword.lowerCase(equals < 0 ? field : field.substring(0, equals));
            if (equals < 0) {
                bare(key);
            } else {
                set(key, expander.expand(field.substring(equals + 1)));
            }
        }
        checkOwner();
        checkSecret();
        if (sharing != null && type != Mount.Type.CACHE) {
            throw new MountException("sharing is for cache mounts only");
        }
        boolean writable = type == Mount.Type.CACHE || type == Mount.Type.TMPFS;
        return new Mount(
                type,
                orNull(from),
                orNull(source),
                orNull(target),
                readOnly == null ? !writable : readOnly,
                orNull(id),
                sharing,
                required,
                size,
                mode,
                uid,
                gid,
                env);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void bare(String key) throws MountException {
        switch (key) {
            case "readonly", "ro" -> readOnly = true;
            case "readwrite", "rw" -> readOnly = false;
            case "required" -> required(true);
            default -> throw new MountException(Quoted.excerpt(key) + " must be followed by = and a value");
        }
    }

    private void set(String key, String value) throws MountException {
        switch (key) {
            case "type" -> type = choice(Mount.Type.class, key, value);
            case "from" -> from = value;
            case "source", "src" -> source = value;
            case "target", "dst", "destination" -> target = value;
            case "readonly", "ro" -> readOnly = truth(key, value);
            case "readwrite", "rw" -> readOnly = !truth(key, value);
            case "required" -> required(truth(key, value));
            case "size" -> size(value);
            case "id" -> id = value;
            case "sharing" -> sharing = choice(Mount.Sharing.class, key, value);
            case "mode" -> mode = number(key, value, 8);
            case "uid" -> uid = number(key, value, 10);
            case "gid" -> gid = number(key, value, 10);
            case "env" -> env = value;
            default -> throw new MountException("unknown key " + Quoted.excerpt(key) + Suggestion.of(key, KEYS, ""));
        }
    }

    private void required(boolean value) throws MountException {
        if (type != Mount.Type.SECRET && type != Mount.Type.SSH) {
            throw new MountException("required is for secret and ssh mounts only, and stands behind their type");
        }
        required = value;
    }

    private void size(String value) throws MountException {
        if (type != Mount.Type.TMPFS) {
            throw new MountException("size is for tmpfs mounts only, and stands behind their type");
        }
        size = ByteSize.parse(value);
        if (size < 0) {
            throw invalid("size", "a size such as 64m", value);
        }
    }

    private static boolean truth(String key, String value) throws MountException {
        Boolean truth = GoBoolean.parse(value);
        if (truth == null) {
            throw invalid(key, "true or false", value);
        }
        return truth;
    }

    private static long number(String key, String value, int radix) throws MountException {
        boolean digits = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
        try {
            long number = digits ? Long.parseLong(value, radix) : -1;
            if (number >= 0 && number <= MAX_ID) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Too long, or a digit that octal numbers do not have: refused like the rest.
        }
        throw invalid(key, radix == 8 ? "an octal number" : "a number", value);
    }

    private static <E extends Enum<E>> E choice(Class<E> family, String key, String value) throws MountException {
        String lower = Keyword.lowerCase(value);
        List<String> names = Stream.of(family.getEnumConstants())
                .map(e -> e.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = names.indexOf(lower);
        if (index < 0) {
            throw new MountException(key + " expects one of " + String.join(", ", names) + ", found "
                    + Quoted.excerpt(value) + Suggestion.of(value, names, ""));
        }
        return family.getEnumConstants()[index];
    }

    private static MountException invalid(String key, String expected, String found) {
        return new MountException(key + " expects " + expected + ", found " + Quoted.excerpt(found));
    }

    private void checkOwner() throws MountException {
        boolean allowed = type == Mount.Type.SECRET || type == Mount.Type.SSH || type == Mount.Type.CACHE;
        if (!allowed && (mode != null || uid != null || gid != null)) {
            throw new MountException("mode, uid and gid are for cache, secret and ssh mounts only");
        }
    }

    private void checkSecret() throws MountException {
        if (type != Mount.Type.SECRET) {
            return;
        }
        if (!from.isEmpty() || sharing != null) {
            throw new MountException("a secret mount has neither from nor sharing");
        }
        if (source.isEmpty() && target.isEmpty() && id.isEmpty()) {
            throw new MountException("a secret mount needs an id, a source or a target");
        }
        if (!source.isEmpty() && !id.isEmpty()) {
            throw new MountException("a secret mount has either an id or a source, not both");
        }
    }
}
