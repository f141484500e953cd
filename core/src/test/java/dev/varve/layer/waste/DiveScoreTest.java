package dev.varve.layer.waste;

import static dev.varve.layer.waste.WrittenLayers.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each figure is what dive 0.13.1 printed for an archive of these layers. */
class DiveScoreTest {
    @TempDir
    Path folder;

    private void check(double efficiencyPercent, long wastedBytes, double userWastedPercent, String[]... layers)
            throws IOException {
        try (WrittenLayers written = WrittenLayers.in(folder, layers)) {
            DiveScore score = DiveScore.of(written.layers());
            assertThat(score.efficiency() * 100).isEqualTo(efficiencyPercent, within(0.0001));
            assertThat(score.wastedBytes()).isEqualTo(wastedBytes);
            assertThat(String.format(Locale.ROOT, "%.4f", score.userWastedPercent() * 100))
                    .isEqualTo(String.format(Locale.ROOT, "%.4f", userWastedPercent));
        }
    }

    @Test
    void a_path_in_two_layers_is_wasted_with_both_sizes() throws IOException {
        check(40, 25, 166.6667, layer("a=1234567890"), layer("a=123456789012345"));
    }

    @Test
    void a_removed_file_is_wasted() throws IOException {
        check(33.3333, 10, Double.POSITIVE_INFINITY, layer("a=1234567890", "b=12345"), layer("-a"));
    }

    @Test
    void what_goes_with_a_removed_folder_is_not() throws IOException {
        check(100, 0, Double.NaN, layer("d/", "d/a=1234567890", "b=12345"), layer("-d"));
    }

    @Test
    void neither_is_what_an_opaque_folder_hides() throws IOException {
        check(100, 0, 0, layer("d/", "d/a=1234567890", "b=12345"), layer("d/", "d/c=123", "-d/*"));
    }

    @Test
    void neither_is_the_same_content_at_another_path() throws IOException {
        check(100, 0, 0, layer("a=1234567890"), layer("b=1234567890"));
    }

    @Test
    void a_layer_counts_up_to_the_removal_of_what_was_never_there() throws IOException {
        check(-20, 5, 38.4615, layer("b=12345"), layer("a=1234567890", "-b", "-nothing", "z=123"));
    }
}
