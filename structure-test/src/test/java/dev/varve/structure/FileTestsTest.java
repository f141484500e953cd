package dev.varve.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that look at the files of an image. Nothing is run for them. */
@TestInstance(Lifecycle.PER_CLASS)
class FileTestsTest {
    private TestImage image;

    @BeforeAll
    void build(@TempDir Path folder) throws Exception {
        image = TestImage.in(folder);
    }

    @AfterAll
    void close() throws IOException {
        image.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/data/hello.txt|-rw-r-----",
                "/data|drwxr-xr-x",
                "/|drwxr-xr-x",
                "/tmp|dtrwxrwxrwx",
                "/data/suid|urwxr-xr-x",
                "/data/link|Lrwxrwxrwx",
                "data/../data/owned|-rwxr-x--x",
            })
    void permissions_are_compared_as_go_prints_them(String path, String permissions) throws Exception {
        assertThat(image.failures(existence(path, "permissions: '" + permissions + "'")))
                .isEmpty();
        assertThat(image.failures(existence(path, "permissions: '-r--r--r--'")))
                .containsExactly("expected " + path + " with permissions -r--r--r--, found " + permissions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "group", "other", "any"})
    void who_may_execute_a_file_is_told_by_its_bits(String who) throws Exception {
        assertThat(image.failures(existence("/data/owned", "isExecutableBy: " + who)))
                .isEmpty();
        assertThat(image.failures(existence("/data/hello.txt", "isExecutableBy: " + who)))
                .containsExactly("expected /data/hello.txt executable by " + who + ", found -rw-r-----");
    }

    @Test
    void owners_are_compared_where_they_are_given() throws Exception {
        assertThat(image.failures(existence("/data/owned", "uid: 1000, gid: 1001")))
                .isEmpty();
        assertThat(image.failures(existence("/data/owned", "uid: 0, gid: 0")))
                .containsExactly(
                        "expected /data/owned with uid 0, found 1000", "expected /data/owned with gid 0, found 1001");
    }

    @Test
    void a_file_should_exist_unless_it_is_said_that_it_should_not() throws Exception {
        assertThat(image.failures(existence("/nowhere", "shouldExist: true")))
                .containsExactly("expected /nowhere, which is not in the image");
        assertThat(image.failures(existence("/data", "shouldExist: no")))
                .containsExactly("expected no /data, which is in the image");
        assertThat(image.failures(existence("/nowhere", "shouldExist: off, permissions: x")))
                .isEmpty();
    }

    @Test
    void devices_count_as_missing() throws Exception {
        assertThat(image.failures(existence("/data/null", "shouldExist: false")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/.dockerenv,-rwxr-xr-x",
        "/dev/console,-rwxr-xr-x",
        "/dev,drwxr-xr-x",
        "/proc,drwxr-xr-x",
        "/etc/hosts,-rwxr-xr-x",
        "/etc/mtab,Lrwxrwxrwx",
        "/cache,drwxr-xr-x"
    })
    void what_docker_puts_into_each_container_is_found_too(String path, String permissions) throws Exception {
        assertThat(image.failures(existence(path, "permissions: '" + permissions + "', uid: 0, gid: 0")))
                .isEmpty();
    }

    @Test
    void a_path_that_ends_in_a_slash_is_that_of_a_folder() throws Exception {
        assertThat(image.failures(existence("/data/", "uid: 0"))).isEmpty();
        assertThat(image.failures(existence("/data/hello.txt/", "uid: 0")))
                .containsExactly("expected /data/hello.txt/, which is not in the image");
        assertThat(image.failures(contents("/data/hello.txt/", "expectedContents: ['hello']")))
                .containsExactly("cannot read /data/hello.txt/: it is no folder");
    }

    @Test
    void variables_in_paths_are_those_of_the_image_and_of_the_file() throws Exception {
        assertThat(image.failures(
                        "globalEnvVars: [{key: NAME, value: '${FOLDER}/hello'}]\n" + existence("$NAME.txt", "uid: 0")))
                .isEmpty();
    }

    @Test
    void contents_have_what_is_expected_and_not_what_is_excluded() throws Exception {
        assertThat(image.failures(contents("/data/hello.txt", "expectedContents: ['^hello', '(?m)^second .*$']")))
                .isEmpty();
        assertThat(image.failures(contents("/data/hello.txt", "expectedContents: ['^second']")))
                .containsExactly("expected '^second' in /data/hello.txt, found 'hello world\nsecond line\n'");
        assertThat(image.failures(contents("/data/hello.txt", "excludedContents: ['w.r']")))
                .containsExactly("expected no 'w.r' in /data/hello.txt, found 'hello world\nsecond line\n'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data/link", "/data/absolute"})
    void links_to_a_file_are_followed_within_the_image(String path) throws Exception {
        assertThat(image.failures(contents(path, "expectedContents: ['hello']")))
                .isEmpty();
    }

    @Test
    void links_do_not_lead_out_of_the_image() throws Exception {
        assertThat(image.failures(contents("/data/outside", "expectedContents: ['user:x:1000']")))
                .isEmpty();
    }

    @Test
    void contents_that_cannot_be_read_are_a_failure() throws Exception {
        assertThat(image.failures(contents("/data", "excludedContents: ['x']")))
                .containsExactly("cannot read /data: it is a folder");
        assertThat(image.failures(contents("/nowhere", "excludedContents: ['x']")))
                .containsExactly("cannot read /nowhere: there is no such file in the image");
    }

    @Test
    void licenses_of_debian_packages_are_looked_into() throws Exception {
        assertThat(image.failures("licenseTests: [{debian: true}]"))
                .containsExactly(
                        "expected no license with AGPL in it, found /usr/share/doc/beta/copyright",
                        "cannot read /usr/share/doc/gamma/copyright: there is no such file in the image");
        assertThat(image.failures("licenseTests: [{files: [/usr/share/doc/alpha/copyright]}]"))
                .isEmpty();
    }

    private static String existence(String path, String more) {
        return "fileExistenceTests: [{name: it, path: '" + path + "', " + more + "}]";
    }

    private static String contents(String path, String more) {
        return "fileContentTests: [{name: it, path: '" + path + "', " + more + "}]";
    }
}
