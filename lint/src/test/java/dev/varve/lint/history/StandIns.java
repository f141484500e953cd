package dev.varve.lint.history;

/** Programs that do in a moment what matters of what the real ones do. */
final class StandIns {
    /** Installs them. What installs something leaves something new each time. */
    static final String COPY = """
            COPY --chmod=755 <<"ANY" /bin/npm
            #!/bin/sh
            mkdir -p /usr/local/lib && date +%s%N > /usr/local/lib/stood-in
            ANY
            COPY --chmod=755 <<"CARGO" /bin/cargo
            #!/bin/sh
            target='/(build|src/main|src/lib|(src/bin|tests|benches|examples)/([^/]+|[^/]+/main))[.]rs$'
            { find . -name Cargo.toml -o -name Cargo.lock -o -name 'rust-toolchain*' -o -path '*/.cargo/*' | sort | xargs cat
              find . -name '*.rs' | grep -E "$target" | sort; } > recipe.json
            CARGO
            COPY --chmod=755 <<"TURBO" /bin/turbo
            #!/bin/sh
            mkdir -p out/json out/full
            find . -name package.json -not -path './out/*' | sort | while read -r file; do
              folder=$(dirname "$file")
              mkdir -p "out/json/$folder" "out/full/$folder" && cp "$file" "out/json/$file"
              if [ "$folder" = . ]; then cp "$file" out/full/; else cp -r "$folder/." "out/full/$folder/"; fi
            done
            cp package-lock.json out/json/ && cp package-lock.json out/ && cp turbo.json .gitignore out/full/
            TURBO
            RUN for name in pnpm yarn apt-get apt apk dnf yum microdnf update-ca-certificates useradd groupadd; do ln -sf npm /bin/$name; done""";

    private StandIns() {}
}
