package dev.varve.lint.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
    @ParameterizedTest
    @CsvSource({
        "src/app.ts, SOURCE",
        "src, UNKNOWN",
        "package.json, MANIFEST",
        "requirements-dev.txt, MANIFEST",
        "App.csproj, MANIFEST",
        "apps/web/yarn.lock, LOCK",
        "README.md, DOCUMENT",
        "postcss.config.js, CONFIGURATION",
        ".eslintrc.cjs, CONFIGURATION",
        "vite.config.d.ts, SOURCE",
        "resources/js, UNKNOWN",
        "entrypoint.sh, CONFIGURATION",
        "Dockerfile, CONFIGURATION",
        "Caddyfile, CONFIGURATION",
        "conf, CONFIGURATION",
        "rootfs/etc/systemd, CONFIGURATION",
        "logo.PNG, ASSET",
        "vendor/a/b.go, VENDORED"
    })
    void a_path_tells_what_a_file_is(String path, FileKind kind) {
        assertThat(FileKind.of(path)).isEqualTo(kind);
    }

    @Test
    void sources_and_folders_are_hot_and_everything_else_is_cold() {
        for (FileKind kind : FileKind.values()) {
            boolean hot = kind == FileKind.SOURCE || kind == FileKind.UNKNOWN;
            assertThat(kind.heat() > Heat.HOT).as(kind.name()).isEqualTo(hot);
        }
    }
}
