package dev.varve.dockerfile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes files nobody has thought of out of those that somebody has. */
final class Mutator {
    private static final String[] TOKENS = {
        "FROM ",
        "RUN ",
        "COPY ",
        "ADD ",
        "ENV ",
        "ARG ",
        "LABEL ",
        "ONBUILD ",
        "HEALTHCHECK ",
        "CMD ",
        "SHELL ",
        "VOLUME ",
        " AS ",
        "<<EOF",
        "<<-EOF",
        "<<'E'",
        "<<\"",
        "\nEOF\n",
        "\n\tEOF\r\n",
        "\nE\n",
        "3<<E",
        "\\\n",
        "\\ \t\n",
        "\\\\\n",
        "\\",
        "`",
        "`\n",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "  ",
        "\u000B",
        "\0",
        "\u00A0",
        "\u2003",
        "\uFEFF",
        "é",
        "😀",
        "# ",
        "#\n",
        "# escape=`\n",
        "# syntax=a\n",
        "# check=b\n",
        "#!",
        "--from=a ",
        "--mount=type=cache,",
        "--link ",
        "--a='b ",
        "-- ",
        "--interval=5s ",
        "[\"a\", \"b\"]",
        "[",
        "]",
        "\"",
        "'",
        "{",
        "}",
        "=",
        "a=b ",
        "$x",
        "${x:-",
        "${x#*/}",
        "NONE",
        "CMD a"
    };

    private final RandomGenerator random;
    private final List<byte[]> seeds;

    Mutator(RandomGenerator random, List<byte[]> seeds) {
        this.random = random;
        this.seeds = seeds;
    }

    byte[] next() {
        byte[] bytes = seed();
        int start = bytes.length > 400 && random.nextInt(4) > 0 ? random.nextInt(bytes.length - 400) : 0;
        bytes = slice(bytes, start, start + 400);
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            bytes = mutated(bytes);
        }
        return bytes;
    }

    private byte[] mutated(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        byte[] head = slice(bytes, 0, at);
        return switch (random.nextInt(6)) {
            case 0 -> join(head, token(), slice(bytes, at, bytes.length));
            case 1 -> join(head, slice(bytes, at + random.nextInt(1, 30), bytes.length));
            case 2 -> join(head, token(), slice(bytes, at + random.nextInt(1, 8), bytes.length));
            case 3 -> join(slice(bytes, 0, at + random.nextInt(1, 80)), slice(bytes, at, bytes.length));
            case 4 -> {
                byte[] other = seed();
                int from = random.nextInt(other.length + 1);
                yield join(head, slice(other, from, from + random.nextInt(100)), slice(bytes, at, bytes.length));
            }
            default -> head;
        };
    }

    private byte[] seed() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] token() {
        return random.nextInt(20) == 0
                ? new byte[] {(byte) random.nextInt(256)}
                : TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        int start = Math.min(from, bytes.length);
        int end = Math.max(start, Math.min(to, bytes.length));
        return Arrays.copyOfRange(bytes, start, end);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
