package dev.varve.lint.movement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Run;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "apt-get update && apt-get install -y --no-install-recommends curl git && rm -rf /var/lib/apt/lists/*",
                "apk add --no-cache git",
                "npm install -g pnpm@9",
                "corepack enable",
                "pip install --no-cache-dir flask==3",
                "curl -fsSL https://example.com/x.tar.gz | tar xz -C /usr/local",
                "go install example.com/tool@v1.2.3",
                "curl -fsSL https://example.com/install.sh | bash",
                "groupadd -r app && useradd -r -g app app",
                "set -eux; mkdir -p /app; echo hello",
                ". /etc/os-release && apt-get install -y git",
                "[\"apk\", \"add\", \"git\"]"
            })
    void no_copied_file_is_read_by(String command) {
        assertThat(reads(command)).isInstanceOf(Reads.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({
        "npm ci, package-lock.json, src/index.js",
        "npm install, apps/web/package.json, README.md",
        "yarn, yarn.lock, src/yarn.js",
        "pnpm install --frozen-lockfile, pnpm-workspace.yaml, packages/a/index.ts",
        "pip install -r deps/prod.txt, deps/prod.txt, app.py",
        "go mod download, go.sum, main.go",
        "bundle install --jobs 4, Gemfile.lock, app/models/user.rb",
        "mvn -B dependency:go-offline, pom.xml, src/main/java/A.java",
        "dotnet restore, src/A/A.csproj, src/A/Program.cs",
        ". /tmp/rid && dotnet restore -r $RID, src/A/A.csproj, src/A/Program.cs",
        "poetry install --no-root, poetry.lock, app.py"
    })
    void only_manifests_are_read_by(String command, String read, String notRead) {
        Reads reads = reads(command);
        assertThat(reads).isInstanceOf(Reads.Manifests.class);
        assertThat(reads.includes(read)).isTrue();
        assertThat(reads.includes(notRead)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "npm run build",
                "make",
                ". ./env.sh && npm ci",
                ". /srv/env.sh && npm ci",
                "source $HOME/env.sh && npm ci",
                "pip install .",
                "pip install -e .",
                "pip install -r requirements.txt && python setup.py build",
                "apt-get install -y ./local.deb",
                "if [ -f x ]; then apt-get update; fi",
                "echo 'a quote that does not end",
                "echo $(cat version)",
                "chown -R app /app",
                "cp config /etc/config",
                "poetry install",
                "sh ./install.sh",
                "bash /usr/local/src/make-users.sh",
                "go install",
                "npm install -g .",
                "cargo install --path .",
                "composer install"
            })
    void anything_may_be_read_by(String command) {
        assertThat(reads(command)).isInstanceOf(Reads.Anything.class);
    }

    private static Reads reads(String command) {
        Dockerfile file = Dockerfile.parse("Dockerfile", "FROM scratch\nRUN " + command + "\n");
        return Reads.of((Run) file.stages().get(0).instructions().get(0));
    }
}
