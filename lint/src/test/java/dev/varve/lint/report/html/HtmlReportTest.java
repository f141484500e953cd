package dev.varve.lint.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    @Test
    void the_headline_says_what_the_past_cost_how_much_of_it_was_avoidable_and_what_a_change_saves() {
        assertThat(words(HtmlReport.page(Pasts.ordinary(), Optional.empty())))
                .contains("4 commits from 2026-01-01 (abcdef0000) to 2026-01-04 (abcdef0000)")
                .contains("rebuild work ~1.0 min 6 steps ran again; 20.5 s a commit on average")
                .contains("avoidable 65 % 40 s in 2 steps that read nothing that had changed")
                .contains("with the best change −65 % 21.5 s rather than 1.0 min");
    }

    @Test
    void each_step_stands_in_its_line_with_rate_and_cost() {
        assertThat(words(HtmlReport.page(Pasts.ordinary(), Optional.empty())))
                .contains("1 # Made for a test 2 FROM node 3 COPY . .")
                .contains("3 COPY . . 100 % 3 of 3 – ~0.5 s ~1.5 s")
                .contains("4 RUN npm ci && \\ 100 % 3 of 3 2 20 s 1.0 min 5 npm run build");
    }

    @Test
    void steps_that_ran_again_for_the_same_reasons_are_told_of_together() {
        assertThat(words(HtmlReport.page(Pasts.large(5, 3), Optional.empty())))
                .contains("Ran again at 2 of 4 commits, for ~6 s line 2 RUN step 0 1 avoidable line 3 RUN step 1");
    }

    @Test
    void a_change_is_told_with_what_it_saves_and_as_a_diff() {
        assertThat(words(HtmlReport.page(Pasts.ordinary(), Optional.empty())))
                .contains("−65 % Copy the manifests first same image")
                .contains("before 1.0 min 6 2 0 % after 21.5 s 4 0 50 %")
                .contains("+COPY package.json . -COPY . .");
    }

    @Test
    void one_commit_has_no_past_and_makes_a_page_all_the_same() {
        String page = HtmlReport.page(Pasts.young(), Optional.empty());
        assertThat(words(page)).contains("0 steps ran again").contains("No change was found");
        assertThat(page).doesNotContain("<canvas");
    }

    @Test
    void the_built_image_is_told_by_the_layer_with_what_each_wastes() {
        assertThat(words(HtmlReport.page(Pasts.ordinary(), Optional.of(Images.wasteful()))))
                .contains("web: 3 layers, 10.0 MB. 1 of them is shared with its base node.")
                .contains("COPY rootfs / base 5.0 MB 500.0 kB")
                .contains("COPY . . own 4.0 MB 1.5 MB")
                .contains("RUN rm -r cache web own 1.0 MB –");
    }

    @Test
    void waste_is_told_in_sum_beside_what_dive_would_say_and_by_path() {
        assertThat(words(HtmlReport.page(Pasts.ordinary(), Optional.of(Images.wasteful()))))
                .contains("wasted by its own layers 1.5 MB 15 % of the bytes of all files")
                .contains("wasted, with the base 2.0 MB 0 B overwritten, 1.0 MB deleted, 1.0 MB duplicated")
                .contains("live 8.0 MB 80 % of 10.0 MB")
                .contains("efficiency, as dive counts it 85.1 % 2.5 MB wasted there")
                .contains("1.0 MB /app/cache deleted added by COPY . ., deleted by RUN rm -r cache web")
                .contains("the same content written again by RUN rm -r cache web")
                .doesNotContain("/lib/twice");
    }

    @Test
    void that_no_image_was_looked_at_is_told() {
        assertThat(words(HtmlReport.page(Pasts.ordinary(), Optional.empty())))
                .contains("No image was looked at; varve report --image NAME shows its layers.");
    }

    @Test
    void nothing_is_loaded_from_anywhere() {
        assertThat(HtmlReport.page(Pasts.ordinary(), Optional.empty()))
                .doesNotContainPattern("(?i)https?:|\\bsrc=|<link|@import|url\\(")
                .contains("default-src 'none'");
    }

    @Test
    void text_of_the_repository_makes_no_markup() {
        String page = HtmlReport.page(Pasts.hostile(), Optional.of(Images.hostile()));
        assertThat(page).doesNotContain("<img").doesNotContain("\u2028\"").doesNotContain("\u202E");
        Matcher scripts = Pattern.compile("<script").matcher(page);
        assertThat(scripts.results().count()).isEqualTo(2);
    }

    /** The page without its markup. */
    private static String words(String page) {
        return page.replaceAll("(?s)<(style|script|title).*?</\\1>", "")
                .replaceAll("<[^>]+>", " ")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replaceAll("\\s+", " ");
    }
}
