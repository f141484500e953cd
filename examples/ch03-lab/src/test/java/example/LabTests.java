package example;

import static dev.varve.junit.assertions.VarveAssertions.assertThat;

import dev.varve.junit.Ability;
import dev.varve.junit.Container;
import dev.varve.junit.EnabledIfEngineCan;
import dev.varve.junit.Image;
import dev.varve.junit.ImageSource;
import dev.varve.junit.VarveExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEngineCan(Ability.RUN)
class LabTests {
    /** The base image is computed, and so is what the Dockerfile's FROM means. */
    @RegisterExtension
    static final VarveExtension VARVE =
            VarveExtension.of(ImageSource.context(Path.of(".")).base("diamol/base", base()));

    private static ImageSource base() {
        Path busybox = List.of(Path.of("/bin/busybox"), Path.of("/usr/bin/busybox")).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("no busybox on this machine: install busybox-static"));
        try {
            Path context = Files.createDirectories(Path.of("target/base"));
            Files.copy(busybox, context.resolve("busybox"), StandardCopyOption.REPLACE_EXISTING);
            return ImageSource.context(context).dockerfileText("""
                    FROM scratch
                    COPY busybox /bin/
                    RUN ["/bin/busybox", "--install", "-s", "/bin"]
                    ENV PATH=/bin
                    CMD ["sh"]
                    """);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void what_is_typed_is_in_the_image_that_is_made_of_the_container(Image image) {
        try (Container lab = image.run(r -> r.command("sh").stdin())) {
            lab.sendLine("echo Elton >> ch03.txt");
            lab.sendLine("exit");

            assertThat(lab).exitedWith(0);
            Image solution = lab.commit();
            assertThat(solution).filesComparedTo(image).changes("/diamol/ch03.txt").andNothingElse();
            assertThat(solution.run(r -> r.command("cat", "ch03.txt"))).printedExactly("Lab solution, by: Elton\n");
        }
    }

    @Test
    void the_image_itself_stays_as_it_was(Image image) {
        assertThat(image.path("/diamol/ch03.txt")).hasContent("Lab solution, by: ");
        assertThat(image).history().last().isEqualToInstruction("COPY ch03.txt .");
    }
}
