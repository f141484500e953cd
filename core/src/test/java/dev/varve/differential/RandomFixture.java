package dev.varve.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random Dockerfile with a random context, in the words of a fixture. The same seed gives the same one. */
final class RandomFixture {
    private static final List<String> SOURCES = List.of(
            "a", "b.txt", "d", "d/", "d/e", "*.txt", "d/*", "l", "ld", "d/up", "x.sh", ".", "a b.txt", "d/e x.sh");
    private static final List<String> PLACES = List.of(
            "/", "/x", "/x/", "x/y", "/x/y/", "./", "/link", "/link/", "/link/z/", "/m/n/o", "../up/", "/etc/", "/x/a");
    private static final List<String> FOLDERS = List.of("/", "/x/", "/x/y/", "./", "/link/", "/m/n/");
    private static final List<String> COMMANDS = List.of(
            "mkdir -p /x/y",
            "rm -rf /x",
            "rm -rf /x/*",
            "rm -rf /x && mkdir /x && echo 1 > /x/a",
            "rm -rf /x && echo file > /x",
            "ln -sfn /x /link",
            "ln -sfn ../x /m",
            "ln -sfn /nowhere/deep /link",
            "rm -f /link; mkdir -p /link",
            "mv /x /m",
            "mv /x/a /x/b",
            "cp -a /x /c",
            "echo 2 > /x/a",
            "echo more >> /etc/group",
            "ln /etc/passwd /x/hard",
            "ln /x/a /x/again; rm /x/a",
            "chmod 2750 /x",
            "chmod u+s /x/a",
            "chown 5:6 /x",
            "chown -R user:user /x /m",
            "touch -d @0 /x /t",
            "mkdir -p /tmp/t && touch /tmp/t/f",
            "mkfifo /x/fifo",
            "rm -rf /etc/passwd /home",
            "find / -xdev -name a -type f | sort > /found",
            "id -u; pwd > /tmp/where",
            "true");

    private final Random random;

    private RandomFixture(long seed) {
        random = new Random(seed);
    }

    static Fixture of(long seed) {
        return Fixture.parse("random-" + seed, new RandomFixture(seed).text());
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private String text() {
        StringBuilder text = new StringBuilder("Random\n-- Dockerfile --\n");
        int stages = 1 + random.nextInt(3);
        for (int stage = 0; stage < stages; stage++) {
            String base = stage > 0 && oneIn(4) ? "s" + random.nextInt(stage) : Docker.BASE;
            text.append("FROM ").append(base).append(" AS s").append(stage).append('\n');
            int steps = 2 + random.nextInt(6);
            for (int step = 0; step < steps; step++) {
                text.append(instruction(stage)).append('\n');
            }
        }
        if (oneIn(4)) {
            text.append("-- .dockerignore --\n")
                    .append(pick(List.of("d/e", "*.txt", "*\n!d\n!x.sh", "**/f", "d\n!d/e/f")))
                    .append('\n');
        }
        text.append("-- a ").append(pick(List.of("0644", "0600", "0755"))).append(" --\none\n");
        text.append("-- b.txt --\ntwo\n");
        text.append("-- d/c.txt ").append(pick(List.of("0644", "0444"))).append(" --\nthree\n");
        text.append("-- d/e/f --\nfour\n");
        text.append("-- d/")
                .append(pick(List.of("", "empty/")))
                .append(" 0")
                .append(pick(List.of("755", "750", "1777")));
        text.append(" --\n");
        text.append("-- d/up -> ")
                .append(pick(List.of("../a", "c.txt", "e", "/etc/passwd", "gone")))
                .append(" --\n");
        text.append("-- l -> ").append(pick(List.of("a", "d/c.txt", "d"))).append(" --\n");
        text.append("-- ld -> ").append(pick(List.of("d", "d/e"))).append(" --\n");
        text.append("-- x.sh 0755 @2010-10-10T10:10:10Z --\n#!/bin/sh\n");
        text.append("-- h").append(" = a --\n");
        text.append("-- t.tar!x/ 0700 3:4 --\n-- t.tar!x/a 0640 3:4 --\nin an archive\n");
        text.append("-- t.tar!x/l -> ")
                .append(pick(List.of("a", "/etc", "../d")))
                .append(" --\n");
        return text.toString();
    }

    private String instruction(int stage) {
        String number = String.valueOf(random.nextInt(3));
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> "COPY " + flags() + pick(SOURCES) + " " + pick(PLACES);
            case 4 -> "COPY " + flags() + pick(SOURCES) + " " + pick(SOURCES) + " " + pick(FOLDERS);
            case 5 -> "ADD " + flags() + pick(List.of("t.tar", "a", "d")) + " " + pick(PLACES);
            case 6, 7 ->
                stage == 0
                        ? "COPY --link " + pick(SOURCES) + " " + pick(PLACES)
                        : "COPY --from=s" + random.nextInt(stage) + " " + flags()
                                + pick(List.of("/x", "/etc/passwd", "/x/", "/etc", "/link", "/", "/m")) + " "
                                + pick(PLACES);
            case 8 -> "COPY <<EOF " + pick(List.of("/x/a", "/h" + number, "x/")) + "\nhere $E" + number + "\nEOF";
            case 9, 10, 11, 12, 13, 14 -> "RUN (" + pick(COMMANDS) + ") || true";
            case 15 -> "WORKDIR " + pick(List.of("/x", "w", "/link/w", "/new/deep", "..", "/etc/"));
            case 16 -> "ENV E" + number + "=v" + random.nextInt(9) + " PATH=/bin";
            case 17 -> pick(List.of("USER user", "USER 7:8", "USER root", "USER 1000"));
            case 18 ->
                pick(List.of(
                        "LABEL a=1 b=\"two words\"",
                        "EXPOSE 80 53/udp",
                        "VOLUME /x /data",
                        "CMD echo hi",
                        "ENTRYPOINT [\"/bin/sh\", \"-c\"]",
                        "STOPSIGNAL SIGINT",
                        "HEALTHCHECK --interval=5s CMD true",
                        "SHELL [\"/bin/sh\", \"-ec\"]",
                        "MAINTAINER somebody"));
            default -> "ARG V=" + number + "\nRUN echo $V > /tmp/arg || true";
        };
    }

    private String flags() {
        List<String> flags = new ArrayList<>();
        if (oneIn(4)) {
            flags.add("--chown=" + pick(List.of("user", "user:root", "5:6", "1000", "root:user", "nobody")));
        }
        if (oneIn(4)) {
            flags.add("--chmod=" + pick(List.of("700", "0644", "4755", "u=rwX,go=rX", "g+s")));
        }
        if (oneIn(16)) {
            flags.add("--link");
        }
        if (oneIn(16)) {
            flags.add("--exclude=" + pick(List.of("*.txt", "e", "**/f")));
        }
        return flags.isEmpty() ? "" : String.join(" ", flags) + " ";
    }
}
