package dev.varve.lint.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.lint.history.ReplayReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportInBrowserTest {
    private static final String LIGHT_NEEDED = "#3f79b8";
    private static final String LIGHT_AVOIDABLE = "#e2620f";
    private static final String DARK_NEEDED = "#5b97d8";
    private static final String DARK_AVOIDABLE = "#f58034";

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.start(folder);
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void forget() throws Exception {
        browser.complaints().clear();
        browser.show("screen", "light");
        browser.size(1280, 1000);
    }

    private static void open(ReplayReport report) throws Exception {
        open(HtmlReport.page(report, Optional.empty()));
    }

    private static void open(String page) throws Exception {
        browser.open(Files.writeString(folder.resolve("report.html"), page));
    }

    private static String detail() throws Exception {
        return browser.evaluate("document.getElementById('heat-detail').innerText");
    }

    @Test
    void the_page_opens_without_a_complaint_and_has_its_sections() throws Exception {
        open(Pasts.ordinary());
        assertThat(browser.evaluate("[...document.querySelectorAll('section')].map(each => each.id).join()"))
                .isEqualTo("source,heat,why,changes,notes");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_heat_map_shows_what_was_needed_and_what_was_avoidable_in_light_and_dark() throws Exception {
        open(Pasts.ordinary());
        browser.evaluate("document.querySelector('header').remove(), document.querySelector('#source').remove(), ''");
        Picture light = browser.screenshot();
        assertThat(light.pixels(LIGHT_NEEDED)).isGreaterThan(5_000);
        assertThat(light.pixels(LIGHT_AVOIDABLE)).isGreaterThan(5_000);
        browser.show("screen", "dark");
        Picture dark = browser.screenshot();
        assertThat(dark.pixels(DARK_NEEDED)).isGreaterThan(5_000);
        assertThat(dark.pixels(DARK_AVOIDABLE)).isGreaterThan(5_000);
        assertThat(dark.pixels(LIGHT_NEEDED)).isZero();
    }

    private static final String ALL_BUT_LAYERS =
            "document.querySelectorAll('header, section:not(#image), .tiles').forEach(each => each.remove()), ''";

    @Test
    void the_image_shows_what_each_layer_wastes_in_light_and_dark_and_on_paper() throws Exception {
        open(HtmlReport.page(Pasts.young(), Optional.of(Images.wasteful())));
        browser.evaluate(ALL_BUT_LAYERS);
        assertThat(browser.screenshot().pixels(LIGHT_AVOIDABLE)).isGreaterThan(300);
        browser.show("screen", "dark");
        Picture dark = browser.screenshot();
        assertThat(dark.pixels(DARK_AVOIDABLE)).isGreaterThan(300);
        assertThat(dark.pixels(LIGHT_AVOIDABLE)).isZero();
        browser.show("print", "dark");
        assertThat(browser.screenshot().pixels(LIGHT_NEEDED)).isGreaterThan(300);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void tables_of_the_image_are_reached_by_the_keyboard_and_none_makes_a_narrow_page_scroll() throws Exception {
        open(HtmlReport.page(Pasts.ordinary(), Optional.of(Images.wasteful())));
        browser.size(420, 900);
        assertThat(browser.evaluate("String(document.querySelectorAll('#image .scroll[tabindex=\"0\"]').length)"))
                .isEqualTo("2");
        assertThat(browser.evaluate("String(document.documentElement.scrollWidth <= innerWidth)"))
                .isEqualTo("true");
    }

    @Test
    void it_is_printed_on_white_with_everything_open() throws Exception {
        browser.show("screen", "dark");
        open(Pasts.ordinary());
        browser.evaluate("document.querySelector('details').open = false, dispatchEvent(new Event('beforeprint')), ''");
        browser.show("print", "dark");
        Picture paper = browser.screenshot();
        assertThat(paper.pixels("#ffffff")).isGreaterThan(500_000);
        assertThat(paper.pixels(LIGHT_AVOIDABLE)).isGreaterThan(1_000);
        assertThat(browser.evaluate("String(document.querySelector('details').open)"))
                .isEqualTo("true");
    }

    @Test
    void pointing_at_a_cell_tells_of_its_commit_and_step() throws Exception {
        open(Pasts.ordinary());
        browser.evaluate("document.getElementById('heat-map').scrollIntoView(), ''");
        String box = "const box = document.getElementById('heat-map').getBoundingClientRect();";
        browser.pointAt(
                "(() => {" + box + " return String(box.left + box.width * .3); })()",
                "(() => {" + box + " return String(box.top + 80 + 28 * 1.5); })()");
        assertThat(detail())
                .contains("2026-01-02 Change number 1")
                .contains(
                        "Line 4, RUN npm ci && npm run build ran again though nothing that it reads had changed (20 s).")
                .contains("This commit: 20.5 s of work, 20 s of it avoidable.");
    }

    @Test
    void the_keyboard_moves_through_the_heat_map() throws Exception {
        open(Pasts.ordinary());
        browser.evaluate("document.getElementById('heat-map').focus(), ''");
        browser.press("Home");
        browser.press("Home");
        assertThat(detail()).contains("Change number 0").contains("Line 3").contains("ran for the first time");
        browser.press("ArrowRight");
        browser.press("ArrowRight");
        browser.press("ArrowDown");
        assertThat(detail())
                .contains("Change number 2")
                .contains("Line 4")
                .contains("something that it reads had changed");
    }

    @Test
    void a_costly_commit_is_shown_in_the_heat_map() throws Exception {
        open(Pasts.large(1000, 3));
        browser.evaluate("document.querySelector('[data-commit=\"500\"], [data-commit]').click(), ''");
        assertThat(browser.evaluate("document.getElementById('heat-map').dataset.drawn"))
                .endsWith("+40");
        assertThat(detail()).contains("Change number").contains("Line 4");
    }

    @Test
    void five_thousand_commits_and_sixty_steps_are_drawn_whole_and_near() throws Exception {
        ReplayReport large = Pasts.large(5000, 60);
        assertThat(HtmlReport.page(large, Optional.empty()).length()).isLessThan(2_000_000);
        open(large);
        assertThat(browser.evaluate("document.getElementById('heat-map').dataset.drawn"))
                .isEqualTo("0+5000");
        browser.evaluate("document.getElementById('heat-map').focus(), ''");
        browser.press("End");
        browser.press("+");
        browser.press("+");
        assertThat(browser.evaluate("document.getElementById('heat-map').dataset.drawn"))
                .isEqualTo("3750+1250");
        assertThat(detail()).contains("Change number 4999");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void it_is_not_wider_than_a_telephone() throws Exception {
        browser.size(390, 800);
        open(Pasts.ordinary());
        assertThat(browser.evaluate("String(document.documentElement.scrollWidth <= innerWidth)"))
                .isEqualTo("true");
    }

    @Test
    void hostile_text_is_text() throws Exception {
        open(Pasts.hostile());
        browser.evaluate("document.getElementById('heat-map').focus(), ''");
        browser.press("End");
        String shown = Pasts.HOSTILE.replace('\u2028', ' ').replace('\u202E', '\uFFFD');
        assertThat(browser.evaluate("document.querySelector('h1').textContent"))
                .isEqualTo(Pasts.HOSTILE.replace('\u202E', '\uFFFD'));
        assertThat(detail()).contains(shown);
        assertThat(browser.evaluate("String(document.querySelectorAll('script, img').length)"))
                .isEqualTo("2");
        assertThat(browser.complaints()).isEmpty();
    }
}
