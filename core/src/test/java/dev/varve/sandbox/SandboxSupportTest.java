package dev.varve.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told of machines on which nothing can be run. */
class SandboxSupportTest {
    private static final String NEW_USERS = "--user --map-root-user --mount";
    private static final String WITHOUT_RIGHTS = "setpriv --bounding-set=-all --inh-caps=-all";

    @TempDir
    Path folder;

    @BeforeEach
    void a_machine_that_can() {
        assumeTrue(
                SandboxSupport.probe(folder).obstacles().isEmpty(),
                "this machine can run nothing as it is, so it cannot be made worse");
    }

    private List<String> obstacles(String unshare, String worse, String start) throws Exception {
        return ProbeProcess.obstacles(folder, unshare, worse, start);
    }

    @Test
    void a_machine_that_can_has_no_obstacles_and_keeps_nothing_of_the_trial() {
        assertThat(SandboxSupport.probe(folder).whyNot()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void programs_that_are_missing_are_named_with_what_brings_them() throws Exception {
        String hide = """
                for program in unshare script tar; do
                  mount --bind /dev/null "$(command -v $program)"
                done""";

        assertThat(obstacles(NEW_USERS, hide, ""))
                .containsExactly(
                        "unshare is not installed; install util-linux",
                        "script is not installed; install bsdutils (util-linux)",
                        "tar is not installed; install GNU tar");
    }

    @Test
    void a_system_without_user_namespaces_for_ordinary_users_is_told_with_its_switch() throws Exception {
        assertThat(obstacles(NEW_USERS, "echo 0 >/proc/sys/user/max_user_namespaces", WITHOUT_RIGHTS))
                .containsExactly("user namespaces are switched off for ordinary users (user.max_user_namespaces is 0);"
                        + " as root: sysctl -w user.max_user_namespaces=15000, or run as root");
    }

    @Test
    void a_system_that_gives_root_no_namespaces_is_taken_for_a_container() throws Exception {
        assertThat(obstacles(NEW_USERS, "echo 0 >/proc/sys/user/max_pid_namespaces", ""))
                .singleElement()
                .asString()
                .startsWith("no new namespaces can be made (unshare: ")
                .contains("start that with --privileged");
    }

    @Test
    void a_file_system_that_cannot_be_laid_over_is_named() throws Exception {
        Files.createDirectory(folder.resolve("store"));
        String overlay = """
                mount -t tmpfs none /mnt
                cd /mnt
                mkdir upper work
                mount -t overlay -o "lowerdir=$HERE,upperdir=upper,workdir=work,userxattr" overlay "$HERE"
                cd /""".replace("$HERE", folder.toString());

        assertThat(ProbeProcess.obstacles(folder.resolve("store"), NEW_USERS, overlay, ""))
                .singleElement()
                .asString()
                .startsWith("overlayfs cannot be mounted on overlay, where " + folder)
                .contains("set VARVE_HOME to a folder on ext4");
    }

    @Test
    void another_tar_than_gnus_is_told() throws Exception {
        assertThat(obstacles(NEW_USERS, "mount --bind /bin/true \"$(command -v tar)\"", ""))
                .containsExactly("tar is not GNU's, and keeps no extended attributes; install GNU tar");
    }
}
