package dev.varve.lint.movement;

import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.From;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Invalid;
import dev.varve.dockerfile.OnBuild;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Shell;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.User;
import dev.varve.dockerfile.Volume;
import dev.varve.dockerfile.Workdir;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which instructions of a stage may change places without changing the image. It says no wherever it does not know: what a RUN
 * writes is unknown, so that RUNs keep their order. What scripts of the project an install runs (such as
 * {@code postinstall}) is for the {@link KnownFiles} to say. Not safe for use by several threads.
 */
public final class Movement {
    /** Variables that programs heed without being told to. */
    private static final Pattern HEEDED = Pattern.compile(
            "(?i)PATH|GIT_(CONFIG|SSH|SSL|DIR|TERMINAL).*|HOME|LANG|LANGUAGE|LC_.*|LD_.*|TZ|.*_PROXY|DEBIAN_FRONTEND|(APT|NPM|NODE|YARN|PNPM|COREPACK|BUN|PIP|UV|POETRY"
                    + "|PYTHON|GO|CGO|CARGO|RUST|RUSTUP|MAVEN|GRADLE|JAVA|BUNDLE|GEM|COMPOSER|NUGET|DOTNET|MIX|HEX|SSL|CURL|CI"
                    + "|CC|CXX|CFLAGS|MAKEFLAGS)(_.*|[A-Z]*)?");

    private static final Pattern POSIX =
            Pattern.compile("(?is)SHELL\\s*\\[\\s*\"(/usr)?(/bin/)?(ba|da|a)?sh\".*-\\w*c\"\\s*]\\s*");
    /** Folders to which projects build, and in which no package manager looks for anything. */
    private static final Pattern RESULT =
            Pattern.compile("/.*/(dist|build|out|public|static|www|\\.next|\\.output)(/.*)?");

    private static final Pattern WILD = Pattern.compile(".*[*?\\[$].*");

    private final List<Instruction> instructions;
    private final IdentityHashMap<Instruction, Place> places = new IdentityHashMap<>();
    private final BiPredicate<Reads, String> copies;
    private final Predicate<String> isFile;
    private final IdentityHashMap<Run, Reads> reads = new IdentityHashMap<>();
    private final IdentityHashMap<Instruction, IdentityHashMap<Instruction, Optional<String>>> known =
            new IdentityHashMap<>();

    /**
     * Where an instruction stands.
     *
     * @param folder the working directory where it is known
     * @param plainShell whether a RUN there is for a POSIX shell
     */
    private record Place(Optional<String> folder, boolean plainShell) {}

    private Movement(
            Stage stage,
            BiPredicate<Reads, String> copies,
            Predicate<String> isFile,
            Function<Workdir, Optional<String>> folders) {
        this.instructions = stage.instructions();
        this.copies = copies;
        this.isFile = isFile;
        Place place = new Place(Optional.empty(), true);
        for (Instruction instruction : instructions) {
            if (instruction instanceof Workdir workdir) {
                Optional<String> before = place.folder;
                place = new Place(
                        folders.apply(workdir)
                                .or(() -> folder(before, workdir.path().text())),
                        place.plainShell);
            } else if (instruction instanceof Shell shell) {
                place = new Place(place.folder, isPosix(shell));
            }
            places.put(instruction, place);
        }
    }

    private static boolean isPosix(Shell shell) {
        return POSIX.matcher(shell.syntax().original()).matches();
    }

    /** For a stage of which nothing but its text is known: a COPY of a folder may copy any manifest. */
    public static Movement in(Stage stage) {
        return new Movement(stage, (reads, source) -> true, Ecosystem::isManifest, workdir -> Optional.empty());
    }

    /** For a stage whose build context is known. */
    public static Movement in(Stage stage, KnownFiles files) {
        return in(stage, files, workdir -> Optional.empty());
    }

    /**
     * For a stage whose build context and build are known.
     *
     * @param folders the folder that a WORKDIR comes to, where that is known better than from its text
     */
    public static Movement in(Stage stage, KnownFiles files, Function<Workdir, Optional<String>> folders) {
        return new Movement(stage, (reads, source) -> files.anyRead(source, reads), files::isFile, folders);
    }

    /** What a RUN of this stage reads. */
    public Reads reads(Run run) {
        return reads.computeIfAbsent(run, asked -> {
            Place place = places.get(asked);
            return place != null && place.plainShell ? Reads.of(asked) : new Reads.Anything();
        });
    }

    /**
     * Why an instruction may not go in front of an earlier one of the stage; empty where it may.
     *
     * @throws IllegalArgumentException unless both are of this stage, the anchor first
     */
    public Optional<String> obstacle(Instruction moved, Instruction anchor) {
        int from = index(anchor);
        int to = index(moved);
        if (from > to) {
            throw new IllegalArgumentException(
                    "stands behind what is moved: " + anchor.syntax().original());
        }
        for (int i = to - 1; i >= from; i--) {
            Optional<String> obstacle = between(instructions.get(i), moved);
            if (obstacle.isPresent()) {
                return obstacle.map(why -> why + " (line " + anchor.line() + ")");
            }
        }
        return Optional.empty();
    }

    /** The working directory at an instruction; empty where it is not known. */
    public Optional<String> folderAt(Instruction instruction) {
        Place place = places.get(instruction);
        return place == null ? Optional.empty() : place.folder;
    }

    private int index(Instruction instruction) {
        for (int i = 0; i < instructions.size(); i++) {
            if (instructions.get(i) == instruction) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "not of this stage: " + instruction.syntax().original());
    }

    /** Why two instructions, in the order of the file, may not change places, whatever is between them; empty where they may. */
    public Optional<String> between(Instruction earlier, Instruction later) {
        return known.computeIfAbsent(earlier, asked -> new IdentityHashMap<>())
                .computeIfAbsent(later, asked -> found(earlier, asked));
    }

    private Optional<String> found(Instruction earlier, Instruction later) {
        if (isFixed(earlier) || isFixed(later)) {
            return Optional.of("nothing passes " + (isFixed(earlier) ? earlier : later).name());
        }
        if (isConfiguration(earlier) || isConfiguration(later)) {
            return usedName(earlier, later).or(() -> usedName(later, earlier));
        }
        if (earlier instanceof Run first) {
            return later instanceof Run
                    ? Optional.of("a RUN may use what an earlier one left")
                    : pair(first, later, true);
        }
        if (later instanceof Run second) {
            return pair(second, earlier, false);
        }
        return others(earlier, later);
    }

    private static boolean isFixed(Instruction instruction) {
        return instruction instanceof From
                || instruction instanceof Invalid
                || instruction instanceof OnBuild
                || instruction instanceof Volume
                || instruction instanceof Shell;
    }

    /** What only says how the image is run later. */
    private static boolean isConfiguration(Instruction instruction) {
        return !(instruction instanceof Run
                || instruction instanceof Copy
                || instruction instanceof Add
                || instruction instanceof Env
                || instruction instanceof Arg
                || instruction instanceof Workdir
                || instruction instanceof User);
    }

    private Optional<String> pair(Run run, Instruction other, boolean runFirst) {
        Reads reads = reads(run);
        if (reads instanceof Reads.Anything) {
            return Optional.of("what the RUN reads is not known");
        }
        if (other instanceof User) {
            return Optional.of("USER decides who the RUN is");
        }
        if (other instanceof Env || other instanceof Arg) {
            return Names.declared(other).stream()
                    .filter(name -> HEEDED.matcher(name).matches() || Names.mentions(run, name))
                    .findFirst()
                    .map(name -> "the RUN may use " + name);
        }
        if (other instanceof Workdir) {
            boolean anywhere = reads instanceof Reads.Nothing nothing && !nothing.usesFolder();
            return anywhere ? Optional.empty() : Optional.of("the RUN may use its working directory");
        }
        if (reads instanceof Reads.Manifests && runFirst) {
            return Optional.of("what is copied may replace what the RUN installed");
        }
        Files copied = Files.of(other, folderAt(other));
        if (copied.destination().isEmpty()
                || (isSystem(copied.destination().get())
                        && !isApplication(copied.destination().get())
                        && !isUnusedTemporary(run, reads, copied.destination().get()))) {
            return Optional.of("the RUN may use what is copied to " + copied.written());
        }
        if (isApplication(copied.destination().get())
                && Names.path(run, copied.destination().get())) {
            return Optional.of("the RUN uses what is copied to " + copied.written());
        }
        if (OwnedFolders.of(other, copied.destination().get(), folderAt(other)).isNamedIn(run)) {
            return Optional.of("the first to make a folder decides whose it is");
        }
        boolean manifests = reads instanceof Reads.Manifests
                && ((copied.isFromElsewhere()
                                && !RESULT.matcher(copied.destination().get()).matches())
                        || (!copied.isFromElsewhere()
                                && copied.sources().stream().anyMatch(source -> mayInclude(reads, source))));
        return manifests ? Optional.of("what is copied may tell the RUN what to install") : Optional.empty();
    }

    /** Whether a path lies in a folder of /opt which the stage works in, so that it is the application's. */
    private boolean isApplication(String destination) {
        return places.values().stream()
                .flatMap(place -> place.folder.stream())
                .anyMatch(folder -> folder.startsWith("/opt/") && (destination + "/").startsWith(folder + "/"));
    }

    /** Whether a RUN that reads nothing has nothing to do with the folder of temporary files either. */
    private static boolean isUnusedTemporary(Run run, Reads reads, String destination) {
        return (destination + "/").startsWith("/tmp/")
                && reads instanceof Reads.Nothing nothing
                && !nothing.usesFolder()
                && !run.syntax().original().contains("/tmp");
    }

    private static boolean isSystem(String destination) {
        return destination.equals("/") || Folders.isSystem(destination);
    }

    /** Whether a source of a COPY may be, or hold, a file that is read. */
    private boolean mayInclude(Reads reads, String source) {
        return reads.includes(source) || WILD.matcher(source).matches() || copies.test(reads, source);
    }

    /** A variable that one instruction sets and another, which is no RUN, mentions. */
    private static Optional<String> usedName(Instruction sets, Instruction uses) {
        return Names.declared(sets).stream()
                .filter(name -> Names.mentions(uses, name))
                .findFirst()
                .map(name -> name + " is used");
    }

    private Optional<String> others(Instruction earlier, Instruction later) {
        boolean firstSets = earlier instanceof Env || earlier instanceof Arg;
        boolean secondSets = later instanceof Env || later instanceof Arg;
        if (firstSets || secondSets) {
            Instruction sets = firstSets ? earlier : later;
            Instruction uses = firstSets ? later : earlier;
            return usedName(sets, uses);
        }
        if (earlier instanceof User || later instanceof User) {
            return earlier instanceof Workdir
                            || later instanceof Workdir
                            || earlier.name().equals(later.name())
                    ? Optional.of("USER decides whose the folder is")
                    : Optional.empty();
        }
        if (earlier instanceof Workdir || later instanceof Workdir) {
            Instruction other = earlier instanceof Workdir ? later : earlier;
            boolean absolute = !(other instanceof Workdir)
                    && Files.of(other, Optional.empty()).destination().isPresent();
            return absolute ? Optional.empty() : Optional.of("it is relative to the working directory");
        }
        Optional<Targets> one = Targets.of(Files.of(earlier, folderAt(earlier)), isFile);
        Optional<Targets> two = Targets.of(Files.of(later, folderAt(later)), isFile);
        boolean apart = one.isPresent() && two.isPresent() && !one.get().overlap(two.get());
        return apart ? Optional.empty() : Optional.of("one may replace what the other copied");
    }

    private static Optional<String> folder(Optional<String> before, String path) {
        if (path.contains("$")) {
            return Optional.empty();
        }
        return path.startsWith("/")
                ? Optional.of(Folders.resolve("/", path))
                : before.map(folder -> Folders.resolve(folder, path));
    }
}
