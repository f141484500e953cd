package dev.varve.lint.history.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A make stands for what its target runs. */
class MakefileTest {
    private static final Makefile MAKEFILE = Makefile.parse("""
            GO := go
            BUILD = $(GO) build -o app
            .PHONY: all
            all: deps server
            deps:
            \t@npm ci
            server: NAME = x
            server:
            \t${BUILD} ./cmd \\
            \t  && strip app
            """);

    @Test
    void a_target_is_its_commands() {
        assertThat(MAKEFILE.expanded("make server").strip()).isEqualTo("go build -o app ./cmd && strip app");
    }

    @Test
    void with_those_of_the_targets_that_it_needs_first() {
        assertThat(MAKEFILE.expanded("cd /src && make NAME=y all").lines().map(String::strip))
                .containsSubsequence("npm ci", "go build -o app ./cmd && strip app");
    }

    @Test
    void the_first_is_made_where_none_is_named() {
        assertThat(MAKEFILE.expanded("make")).contains("npm ci");
    }

    @Test
    void what_it_does_not_have_stays() {
        assertThat(MAKEFILE.expanded("make other && make -C sub server")).isEqualTo("make other && make -C sub server");
    }
}
