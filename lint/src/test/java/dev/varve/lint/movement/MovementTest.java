package dev.varve.lint.movement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovementTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY . /app | RUN apt-get update && apt-get install -y curl",
                "WORKDIR /app | RUN apk add git",
                "ARG GIT_SHA | RUN apk add git",
                "LABEL a=b | RUN npm run build",
                "ENV A=b | COPY x /y",
                "COPY a /a | COPY b /b",
                "USER app | COPY a /a",
                "RUN apk add git | COPY a /app/a",
                "COPY src /app/src | COPY package.json /app/",
                "COPY --from=build /app/dist /app/dist | RUN npm ci",
                "COPY src /app/src | COPY package*.json yarn.lock /app/",
                "COPY go.mod go.sum /app/ | COPY src /app/src",
                "COPY requirements.txt /tmp/ | RUN apt-get update && apt-get install -y gcc",
                "COPY src /app/src | RUN git init"
            })
    void these_may_change_places(String pair) {
        assertThat(obstacle(pair)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY . . | RUN apk add git",
                "COPY sources.list /etc/apt/ | RUN apt-get update",
                "COPY . /app | RUN npm run build",
                "COPY package.json /app/ | RUN npm ci",
                "COPY src /app/src | RUN npm ci",
                "RUN apk add git | RUN git clone https://example.com/x /x",
                "ENV NODE_ENV=production | RUN npm ci",
                "ARG VERSION | RUN apk add git=$VERSION",
                "USER app | RUN apk add git",
                "SHELL [\"/bin/bash\", \"-c\"] | RUN apk add git",
                "COPY setup.sh /tmp/ | RUN sh /tmp/setup.sh",
                "COPY git.deb /tmp/ | RUN dpkg -i /tmp/git.deb",
                "WORKDIR /app | COPY a b",
                "WORKDIR /app | WORKDIR src",
                "COPY a /app | COPY b /app/b",
                "COPY src /app/ | COPY package.json /app/",
                "COPY package.json /app/ | COPY package*.json /app/",
                "COPY --from=build /app/node_modules /app/node_modules | RUN npm ci",
                "COPY --from=build /app/prisma /app/prisma | RUN npm ci",
                "COPY --from=build /app /app | RUN npm ci",
                "COPY a/package.json /app/ | COPY b/package.json /app/",
                "COPY a.d /app/ | COPY b /app/b",
                "COPY package.json /app | COPY src /app/src",
                "COPY src /app | COPY package*.json /app/config/",
                "ENV A=b | COPY $A /y",
                "ARG A | LABEL a=$A",
                "CMD echo $A | ENV A=b",
                "VOLUME /data | RUN apk add git",
                "COPY --chown=9 src /srv/app | RUN mkdir -p /srv/logs",
                "COPY --chown=9 src /w/logs/app | RUN mkdir -p /w/logs",
                "COPY --chmod=700 src /data/app | RUN apk add git && mkdir /data"
            })
    void these_may_not(String pair) {
        assertThat(obstacle(pair)).isNotEmpty();
    }

    @Test
    void a_known_context_tells_whether_a_manifest_is_copied() {
        Stage stage = stage("COPY src /app/src | RUN npm ci");
        Instruction copy = stage.instructions().get(0);
        Instruction install = stage.instructions().get(1);
        assertThat(Movement.in(stage, KnownFiles.of(List.of("src/a.js", "package.json")))
                        .between(copy, install))
                .isEmpty();
        assertThat(Movement.in(stage, KnownFiles.of(List.of("src/web/package.json")))
                        .between(copy, install))
                .isPresent();
    }

    @Test
    void a_known_context_tells_whether_a_source_is_a_file() {
        Stage stage = stage("COPY src /app/src | COPY run.sh /app/");
        Instruction sources = stage.instructions().get(0);
        Instruction script = stage.instructions().get(1);
        assertThat(Movement.in(stage, KnownFiles.of(List.of("src/a.js", "run.sh")))
                        .between(sources, script))
                .isEmpty();
        assertThat(Movement.in(stage, KnownFiles.of(List.of("src/a.js", "run.sh/src/b.js")))
                        .between(sources, script))
                .isPresent();
    }

    @Test
    void a_run_stays_below_the_copy_of_an_application_in_opt_that_it_names() {
        Stage stage = stage("WORKDIR /opt/tomcat | COPY site /opt/tomcat/webapps/site | "
                + "RUN chown -R tomcat:tomcat /opt/tomcat/webapps/site/ | RUN apt-get install -y git");
        Movement movement = Movement.in(stage);
        Instruction copy = stage.instructions().get(1);
        assertThat(movement.between(copy, stage.instructions().get(2))).isPresent();
        assertThat(movement.between(copy, stage.instructions().get(3))).isEmpty();
    }

    @Test
    void what_is_in_between_counts() {
        Stage stage = stage("WORKDIR /app | USER app | RUN apk add git");
        Movement movement = Movement.in(stage);
        assertThat(movement.obstacle(
                        stage.instructions().get(2), stage.instructions().get(0)))
                .hasValueSatisfying(why -> assertThat(why).contains("USER"));
    }

    @Test
    void a_posix_shell_of_another_name_reads_commands_alike() {
        Stage bash = stage("SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nCOPY . /app\nRUN apk add git\n");
        Stage other = stage("SHELL [\"pwsh\", \"-c\"]\nCOPY . /app\nRUN apk add git\n");
        assertThat(Movement.in(bash)
                        .obstacle(
                                bash.instructions().get(2), bash.instructions().get(1)))
                .isEmpty();
        assertThat(Movement.in(other)
                        .obstacle(
                                other.instructions().get(2),
                                other.instructions().get(1)))
                .isPresent();
    }

    private static Optional<String> obstacle(String pair) {
        Stage stage = stage(pair);
        return Movement.in(stage)
                .between(stage.instructions().get(0), stage.instructions().get(1));
    }

    private static Stage stage(String instructions) {
        String text = "FROM alpine\n" + instructions.replace(" | ", "\n") + "\n";
        return Dockerfile.parse("Dockerfile", text).stages().get(0);
    }
}
