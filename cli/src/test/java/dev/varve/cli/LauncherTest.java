package dev.varve.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code varve}, with a JDK that only says how it was called. */
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            compiler=both archive=none
            while [ "${1#dev.varve.cli.}" = "$1" ]; do
              case $1 in
                -XX:TieredStopAtLevel=1) compiler=first ;;
                -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*) made=${1#*=} ;;
                -XX:AOTCache=*) archive="classes of $(cat "${1#*=}"), linked" ;;
                -XX:SharedArchiveFile=*) archive="classes of $(cat "${1#*=}")" ;;
              esac
              shift
            done
            if [ "$1" = dev.varve.cli.Training ]; then
              echo "$3" >"$made"
              exit
            fi
            shift
            for argument; do printf '<%s>' "$argument"; done
            echo
            echo "locale ${LC_ALL:-}"
            echo "compiler $compiler"
            echo "archive $archive"
            echo "input $(cat)"
            """;

    @TempDir
    Path folder;

    private Path launcher = Path.of("");
    private Path jdk = Path.of("");

    @BeforeEach
    void install() throws IOException {
        assumeThat(Path.of("/bin/sh")).as("the launcher is a shell script").exists();
        Path home = Files.createDirectories(folder.resolve("home of varve"));
        launcher = Files.copy(Path.of("..", "varve"), home.resolve("varve"));
        Files.createFile(Files.createDirectories(home.resolve("cli/target")).resolve("varve.jar"));
        for (String module : List.of("core", "yaml", "lint", "rules", "structure-test")) {
            Files.createDirectory(home.resolve(module));
        }
        jdk = folder.resolve("jdk");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"99\"\n");
        Path java = Files.writeString(jdk.resolve("bin/java"), JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String run(String script, String... environment) throws IOException {
        Process process = start(script, environment);
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(output).as(script).contains("locale");
        return output;
    }

    private Process start(String script, String... environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script, "sh", launcher.toString());
        builder.directory(folder.toFile()).redirectErrorStream(true).redirectInput(new File("/dev/null"));
        Map<String, String> variables = builder.environment();
        variables.clear();
        variables.putAll(Map.of("PATH", "/usr/bin:/bin", "JAVA_HOME", jdk.toString(), "HOME", folder.toString()));
        for (int i = 0; i < environment.length; i += 2) {
            variables.put(environment[i], environment[i + 1]);
        }
        return builder.start();
    }

    @Test
    void arguments_arrive_as_they_are() throws IOException {
        assertThat(run("\"$1\" parse 'a  b' '' '$HOME' 'a*' ü", "LC_ALL", "C.UTF-8"))
                .startsWith("<parse><a  b><><$HOME><a*><ü>\n");
    }

    @Test
    void only_what_moves_whole_images_waits_for_the_second_compiler() throws IOException {
        for (String command : List.of("--version", "build .", "image ls", "images", "")) {
            assertThat(run("\"$1\" " + command)).as(command).contains("compiler first\n");
        }
        for (String command : List.of("pull base", "image push it", "save -o it.tar it", "load")) {
            assertThat(run("\"$1\" " + command)).as(command).contains("compiler both\n");
        }
    }

    private String archiveOf(String command) throws IOException {
        return run("\"$1\" " + command)
                .lines()
                .filter(line -> line.startsWith("archive "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_first_use_makes_an_archive_of_what_commands_of_its_kind_load() throws IOException {
        assertThat(archiveOf("lint .")).isEqualTo("archive classes of look, linked");
        assertThat(archiveOf("report")).isEqualTo("archive classes of look, linked");
        assertThat(archiveOf("images")).isEqualTo("archive classes of run, linked");
        assertThat(archiveOf("save it")).isEqualTo("archive classes of move, linked");
    }

    @Test
    void an_archive_is_of_one_jar_as_it_is() throws IOException {
        archiveOf("lint");
        Files.writeString(launcher.resolveSibling("cli/target/varve.jar"), "changed");
        Files.setLastModifiedTime(launcher.resolveSibling("cli/target/varve.jar"), FileTime.fromMillis(0));

        assertThat(archiveOf("lint")).isEqualTo("archive classes of look, linked");
        assertThat(archives()).hasSize(2);
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> kept = Files.list(folder.resolve(".cache/varve"))) {
            return kept.filter(file -> file.toString().matches(".*[.](aot|jsa)"))
                    .toList();
        }
    }

    @Test
    void a_jdk_before_25_keeps_the_classes_alone() throws IOException {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        Files.writeString(
                Files.createDirectories(folder.resolve(".cache/varve")).resolve("jdk"),
                jdk + ":/usr/bin:/bin\n" + jdk + "\n");

        assertThat(archiveOf("lint")).isEqualTo("archive classes of look");
    }

    @Test
    void an_archive_that_cannot_be_made_is_done_without_and_not_tried_again() throws IOException {
        Files.writeString(jdk.resolve("bin/java"), JAVA.replace("echo \"$3\" >\"$made\"", "exit 1"));
        assertThat(archiveOf("lint")).isEqualTo("archive none");

        Files.writeString(jdk.resolve("bin/java"), JAVA);

        assertThat(archiveOf("lint")).isEqualTo("archive none");
    }

    @Test
    void it_is_found_through_symlinks_from_any_folder() throws IOException {
        assertThat(run("mkdir bin; ln -s \"$1\" one; ln -s ../one bin/varve; cd /; PATH=$HOME/bin:$PATH; varve x"))
                .startsWith("<x>\n");
    }

    @Test
    void paths_that_are_not_ascii_work_where_no_locale_is_set() throws IOException {
        assertThat(run("\"$1\"")).contains("locale C.UTF-8\n");
        assertThat(run("\"$1\"", "LANG", "C")).contains("locale C.UTF-8\n");
        assertThat(run("\"$1\"", "LC_ALL", "POSIX")).contains("locale C.UTF-8\n");
        assertThat(run("\"$1\"", "LANG", "de_DE.ISO-8859-1")).contains("locale \n");
    }

    @Test
    void it_needs_no_home_and_no_place_to_keep_things() throws IOException {
        assertThat(run("unset HOME; \"$1\" x")).startsWith("<x>\n");
        assertThat(run("\"$1\" x", "HOME", "/dev/null")).startsWith("<x>\n");
        assertThat(run("\"$1\" x", "XDG_CACHE_HOME", "/dev/null")).startsWith("<x>\n");
        assertThat(run("mkdir -p kept/varve; chmod 555 kept kept/varve; \"$1\" x", "XDG_CACHE_HOME", folder + "/kept"))
                .startsWith("<x>\n");
    }

    @Test
    void a_relative_cache_folder_is_ignored() throws IOException {
        run("\"$1\"", "XDG_CACHE_HOME", "relative");

        assertThat(folder.resolve("relative")).doesNotExist();
        assertThat(folder.resolve(".cache/varve/jdk")).exists();
    }

    @Test
    void closed_streams_are_not_mistaken_for_files_of_the_jdk() throws IOException, InterruptedException {
        assertThat(run("\"$1\" x <&-")).contains("input \n").doesNotContain("cat:");
        assertThat(start("\"$1\" x >&- 2>&- <&-").waitFor()).isNotZero();
    }

    @Test
    void a_build_that_fails_shows_why() throws IOException, InterruptedException {
        Process process = start(
                "rm \"${1%varve}\"/cli/target/varve.jar; printf '#!/bin/sh\necho no space; exit 1' >mvn; chmod +x mvn;"
                        + " PATH=$HOME:$PATH; \"$1\" x");

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .contains("no space\n", "varve: the build failed\n");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void a_jar_that_cannot_be_made_is_told_in_one_line() throws IOException, InterruptedException {
        Path module = folder.resolve("home of varve/core");
        Files.setPosixFilePermissions(module, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(module)).as("root may write everywhere").isFalse();

        Process process = start("rm \"${1%varve}\"/cli/target/varve.jar; \"$1\" x");

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .startsWith("varve: ")
                .endsWith("must be built first, and this user may not write to " + folder.toRealPath()
                        + "/home of varve/core\n");
        assertThat(process.waitFor()).isEqualTo(2);
    }
}
