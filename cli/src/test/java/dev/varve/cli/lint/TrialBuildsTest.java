package dev.varve.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.console.Console;
import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import dev.varve.image.Digest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialBuildsTest {
    private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());

    @TempDir
    private Path folder;

    @Test
    void what_others_build_meanwhile_stays() throws IOException, InterruptedException {
        Path mine = Files.writeString(folder.resolve("mine"), "FROM scratch\nLABEL of=mine\n");
        Path theirs = Files.writeString(folder.resolve("theirs"), "FROM scratch\nLABEL of=theirs\n");
        try (Engine engine = Engine.open(folder.resolve("store"))) {
            Digest kept;
            try (TrialBuilds builds = new TrialBuilds(engine, folder, Console.of(NOWHERE, NOWHERE, Map.of()))) {
                builds.build(mine);
                kept = engine.build(folder).dockerfile(theirs).run().image();
            }

            assertThat(engine.images()).extracting(Image::id).containsExactly(kept);
        }
    }
}
