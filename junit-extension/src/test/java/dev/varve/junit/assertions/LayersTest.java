package dev.varve.junit.assertions;

import static dev.varve.junit.assertions.VarveAssertions.assertThat;
import static dev.varve.junit.assertions.VarveAssertions.assertThatThrownBy;
import static dev.varve.junit.assertions.VarveAssertions.kilobytes;
import static dev.varve.junit.assertions.VarveAssertions.megabytes;

import dev.varve.junit.Ability;
import dev.varve.junit.BusyboxTest;
import dev.varve.junit.Dockerfile;
import dev.varve.junit.EnabledIfEngineCan;
import dev.varve.junit.Image;
import dev.varve.junit.UseImage;
import dev.varve.layer.Sizes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History, layers and what they waste. */
@BusyboxTest
@EnabledIfEngineCan(Ability.RUN)
@Dockerfile(text = """
            FROM busybox
            WORKDIR /app
            RUN head -c 20000 /dev/zero > big && echo small > small
            RUN rm big && mkdir empty
            COPY --from=busybox /etc/passwd /etc/group users/
            CMD ["sh"]
            """)
class LayersTest {
    @Test
    void the_history_is_navigable(Image image) {
        assertThat(image)
                .history()
                .last()
                .isInstruction("CMD")
                .isEqualToInstruction("CMD [\"sh\"]")
                .isEmptyLayer();
        assertThat(image).history().first().isInstruction("COPY").hasLayer();
        assertThat(image).history().instruction("WORKDIR").hasLayer().isSmallerThan(kilobytes(2));
        assertThat(image)
                .history()
                .containsInOrder("WORKDIR /app", "RUN rm big", "CMD")
                .hasEntries(8);
        assertThat(image).history().entry(4).contains("head -c 20000");
    }

    @Test
    void an_instruction_that_is_not_there_is_told_with_those_that_are(Image image) {
        assertThatThrownBy(() -> assertThat(image).history().instruction("ADD")).hasMessage("""
                the history of the Dockerfile in the test
                expected: one entry 'ADD'
                found:    0 such entries among
                          COPY root /
                          ENV PATH=/bin
                          CMD ["/bin/sh"]
                          WORKDIR /app
                          RUN head -c 20000 /dev/zero > big && echo small > small
                          RUN rm big && mkdir empty
                          COPY /etc/passwd /etc/group users/
                          CMD ["sh"]""");
    }

    @Test
    void layers_are_found_by_their_instruction(Image image) {
        assertThat(image).hasLayers(5).isSmallerThan(megabytes(10));
        assertThat(image)
                .layer("RUN head")
                .adds("/app/big")
                .doesNotAdd("/etc/passwd")
                .isSmallerThan(kilobytes(30))
                .path("/app/small")
                .hasContent("small");
        assertThat(image).layer("RUN rm").removes("/app/big").path("/app/empty").isDirectory();
    }

    @Test
    void a_layer_that_is_too_large_is_told_with_its_largest_files(Image image) {
        assertThatThrownBy(() -> assertThat(image).layer("RUN head").isSmallerThan(kilobytes(4)))
                .hasMessage("""
                layer 'RUN head -c 20000 /dev/zero > big && echo small > small' of the Dockerfile in the test
                expected: less than 4.0 kB
                found:    %s; its largest files are
                          20.0 kB  /app/big
                          6 B  /app/small
                next:     leave out what the image does not need, in the instruction that makes the layer""".formatted(Sizes.of(image.layers().get(2).size())));
    }

    @Test
    void layers_are_shared_with_the_base(Image image, @UseImage("busybox") Image base) {
        assertThat(image).isBasedOn(base);
        assertThat(image).layer(0).isSharedWith(base);

        assertThatThrownBy(() -> assertThat(base).isBasedOn(image)).hasMessage("""
                busybox
                expected: all 5 layers of the Dockerfile in the test at the bottom
                found:    1 of them
                next:     build it FROM the same version of that image""");
    }

    @Test
    void bytes_of_removed_files_are_wasted(Image image) {
        assertThat(image).wastesLessThan(20_001);

        assertThatThrownBy(() -> assertThat(image).wastesLessThan(kilobytes(5))).hasMessage("""
                the Dockerfile in the test
                expected: less than 5.0 kB wasted
                found:    20.0 kB wasted
                          20.0 kB  /app/big, added by RUN head -c 20000 /dev/zero > big && echo small > small, \
                removed by RUN rm big && mkdir empty
                next:     remove a file in the instruction that makes it, or copy only what is needed from an earlier stage""");
    }

    @Test
    void a_size_budget_is_kept_in_a_file(Image image, @TempDir Path folder) throws Exception {
        Path budget = folder.resolve("budget.txt");
        assertThatThrownBy(() -> assertThat(image).isWithinSizeBudget(budget)).hasMessage("""
                the Dockerfile in the test
                expected: a size budget in %s
                found:    no such file
                next:     write it with -Dvarve.update=true and keep it with the tests""".formatted(budget));

        long size = image.size();
        long layer = image.layers().get(1).size();
        Files.writeString(budget, "%d the image%n%d WORKDIR /app%n".formatted(size - 1_000, layer));
        assertThatThrownBy(() -> assertThat(image).isWithinSizeBudget(budget))
                .hasMessageContaining("expected: at most " + (size - 1_000) + " bytes for the image")
                .hasMessageContaining("found:    " + size + " bytes, 1.0 kB more")
                .hasMessageContaining("-Dvarve.update=true and review it: " + budget);
    }

    @Test
    void the_files_of_two_images_are_compared(Image image, @UseImage("busybox") Image base) {
        assertThat(image).filesComparedTo(base).adds("/app").andNothingElse();
        assertThat(base).filesComparedTo(base).areTheSame();

        assertThatThrownBy(() -> assertThat(base)
                        .filesComparedTo(image)
                        .removes("/app/small")
                        .andNothingElse())
                .hasMessage("""
                        the files of busybox compared to the Dockerfile in the test
                        expected: no other difference
                        found:    removed  /app
                                  removed  /app/empty
                                  removed  /app/users
                                  removed  /app/users/group
                                  removed  /app/users/passwd""");
    }

    @Test
    void a_change_of_mode_alone_is_a_change(
            @UseImage("busybox") Image base,
            @Dockerfile(text = "FROM busybox\nRUN chmod 600 /etc/passwd") Image image) {
        assertThat(image).filesComparedTo(base).changes("/etc/passwd").andNothingElse();
        assertThatThrownBy(() -> assertThat(image).filesComparedTo(base).changes("/etc/group"))
                .hasMessage("""
                        the files of the Dockerfile in the test compared to busybox
                        expected: /etc/group changed
                        found:    /etc/group is as it was; the differences are
                                  changed  /etc/passwd""");
    }
}
