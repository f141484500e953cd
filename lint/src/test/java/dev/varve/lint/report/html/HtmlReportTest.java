package dev.varve.lint.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    @Test
    void the_headline_says_what_the_past_cost_how_much_of_it_was_avoidable_and_what_a_change_saves() {
        assertThat(words(HtmlReport.page(Pasts.ordinary())))
                .contains("4 commits from 2026-01-01 (abcdef0000) to 2026-01-04 (abcdef0000)")
                .contains("rebuild work ~1.0 min 6 steps ran again; 20.5 s a commit on average")
                .contains("avoidable 65 % 40 s in 2 steps that read nothing that had changed")
                .contains("with the best change −65 % 21.5 s rather than 1.0 min");
    }

    @Test
    void each_step_stands_in_its_line_with_rate_and_cost() {
        assertThat(words(HtmlReport.page(Pasts.ordinary())))
                .contains("1 # Made for a test 2 FROM node 3 COPY . .")
                .contains("3 COPY . . 100 % 3 of 3 – ~0.5 s ~1.5 s")
                .contains("4 RUN npm ci && \\ 100 % 3 of 3 2 20 s 1.0 min 5 npm run build");
    }

    @Test
    void steps_that_ran_again_for_the_same_reasons_are_told_of_together() {
        assertThat(words(HtmlReport.page(Pasts.large(5, 3))))
                .contains("Ran again at 2 of 4 commits, for ~6 s line 2 RUN step 0 1 avoidable line 3 RUN step 1");
    }

    @Test
    void a_change_is_told_with_what_it_saves_and_as_a_diff() {
        assertThat(words(HtmlReport.page(Pasts.ordinary())))
                .contains("−65 % Copy the manifests first same image")
                .contains("before 1.0 min 6 2 0 % after 21.5 s 4 0 50 %")
                .contains("+COPY package.json . -COPY . .");
    }

    @Test
    void one_commit_has_no_past_and_makes_a_page_all_the_same() {
        String page = HtmlReport.page(Pasts.young());
        assertThat(words(page)).contains("0 steps ran again").contains("No change was found");
        assertThat(page).doesNotContain("<canvas");
    }

    @Test
    void nothing_is_loaded_from_anywhere() {
        assertThat(HtmlReport.page(Pasts.ordinary()))
                .doesNotContainPattern("(?i)https?:|\\bsrc=|<link|@import|url\\(")
                .contains("default-src 'none'");
    }

    @Test
    void text_of_the_repository_makes_no_markup() {
        String page = HtmlReport.page(Pasts.hostile());
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
