package dev.varve.lint.history;

import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.dockerfile.Workdir;
import dev.varve.lint.history.replay.KnownOutput;
import dev.varve.lint.movement.Movement;
import dev.varve.lint.movement.Writes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A real Dockerfile made cheap to build: it starts from a local image, and each RUN leaves something new instead of what it
 * would have made, the last of a stage where other stages copy from. What is copied from the build context is as it was. A RUN
 * of which is known what it writes stays, and runs {@link StandIns}.
 */
final class CheapBuild {
    private static final Pattern MOUNTED = Pattern.compile("source=([^,]+),from=([^,]+)");

    private final Dockerfile dockerfile;
    private final String salt;

    CheapBuild(Dockerfile dockerfile, String salt) {
        this.dockerfile = dockerfile;
        this.salt = salt;
    }

    String text() {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        dockerfile.globalArgs().forEach(argument -> lines.add(line(argument)));
        for (Stage stage : dockerfile.stages()) {
            Optional<Stage> base = stage(stage.from().base());
            String image = base.map(CheapBuild::name).orElse(RealBuilds.BASE);
            lines.add("FROM " + image + " AS " + name(stage));
            // else equal steps of two stages would be one, and shown once
            lines.add("RUN " + command("the start of " + name(stage), Set.of()));
            if (base.isEmpty()) {
                lines.add(StandIns.COPY);
            }
            List<Instruction> instructions = stage.instructions();
            int last = -1;
            for (int i = 0; i < instructions.size(); i++) {
                last = instructions.get(i) instanceof Run run && !isKept(stage, run) ? i : last;
            }
            for (int i = 0; i < instructions.size(); i++) {
                cheap(stage, instructions.get(i), i == last).ifPresent(lines::add);
            }
            if (last < 0 && instructions.stream().noneMatch(Run.class::isInstance)) {
                lines.add("RUN " + command("the end of " + name(stage), wanted(stage)));
            }
        }
        return lines.toString();
    }

    private Optional<String> cheap(Stage stage, Instruction instruction, boolean isLast) {
        if (instruction instanceof Run run && isKept(stage, run)) {
            return Optional.of(line(run));
        }
        if (instruction instanceof Run run) {
            String mounts = String.join(
                    "",
                    run.mounts().stream()
                            .map(Word::text)
                            .filter(mount -> mount.contains("type=bind"))
                            .map(mount -> "--mount=" + mount + " ")
                            .toList());
            Set<String> wanted = isLast ? wanted(stage) : Set.of();
            return Optional.of("RUN " + mounts + command("line " + run.line(), wanted));
        }
        if (instruction instanceof Copy copy) {
            return Optional.of(copy(copy));
        }
        boolean kept = instruction instanceof Arg
                || instruction instanceof Env
                || instruction instanceof Workdir
                || (instruction instanceof Add add
                        && add.sources().stream().noneMatch(s -> s.text().contains("://")));
        return kept ? Optional.of(line(instruction)) : Optional.empty();
    }

    private static boolean isKept(Stage stage, Run run) {
        String folder = Movement.in(stage).folderAt(run).orElse("/");
        boolean wantsUsers = run.syntax().original().matches("(?s).*\\b(chown|chgrp)\\b.*");
        return run.mounts().isEmpty()
                && !wantsUsers
                && (Writes.of(run, folder).isPresent()
                        || KnownOutput.of(run, folder, path -> true).isPresent());
    }

    private String copy(Copy copy) {
        StringBuilder line = new StringBuilder("COPY ");
        Word from = copy.from();
        boolean foreign = from != null && stage(from).isEmpty();
        if (from != null) {
            line.append("--from=")
                    .append(
                            foreign
                                    ? RealBuilds.BASE
                                    : stage(from).map(CheapBuild::name).get());
            line.append(' ');
        }
        for (Word source : copy.sources()) {
            line.append(foreign ? "/bin/busybox" : source.text()).append(' ');
        }
        return line.append(copy.destination().text()).toString();
    }

    private String line(Instruction instruction) {
        return dockerfile.joined(instruction.range()).text();
    }

    private Optional<Stage> stage(Word name) {
        return dockerfile.stages().stream()
                .filter(stage -> name.text().equalsIgnoreCase(stage.name())
                        || name.text().equals(Integer.toString(stage.index())))
                .findFirst();
    }

    private static String name(Stage stage) {
        return stage.name() == null ? "stage" + stage.index() : stage.name();
    }

    /** What other stages copy from this one, what is deeper first. */
    private Set<String> wanted(Stage stage) {
        Set<String> paths =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (Instruction instruction : dockerfile.instructions()) {
            if (instruction instanceof Copy copy
                    && copy.from() != null
                    && stage(copy.from()).equals(Optional.of(stage))) {
                copy.sources().forEach(source -> paths.add("/" + source.text().replace("*", "x")));
            }
            if (instruction instanceof Run run) {
                run.mounts().stream()
                        .map(mount -> MOUNTED.matcher(mount.text()))
                        .filter(mount -> mount.find() && mount.group(2).equalsIgnoreCase(name(stage)))
                        .forEach(mount -> paths.add(mount.group(1)));
            }
        }
        return paths;
    }

    private String command(String what, Set<String> paths) {
        StringBuilder command = new StringBuilder(
                "echo '" + what + " " + salt + "' >/dev/null; cat /proc/sys/kernel/random/uuid >/stood-in");
        for (String path : paths) {
            command.append("; p=\"").append(path).append("\"; mkdir -p \"${p%/*}\"; ");
            command.append("if [ -d \"$p\" ]; then cp /stood-in \"$p/stood-in\"; else cp /stood-in \"$p\"; fi");
        }
        return command.toString();
    }
}
