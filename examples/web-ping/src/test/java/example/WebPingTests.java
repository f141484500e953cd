package example;

import static dev.varve.junit.assertions.VarveAssertions.assertThat;
import static dev.varve.junit.assertions.VarveAssertions.kilobytes;

import dev.varve.junit.Ability;
import dev.varve.junit.Arg;
import dev.varve.junit.Build;
import dev.varve.junit.Container;
import dev.varve.junit.Dockerfile;
import dev.varve.junit.EnabledIfEngineCan;
import dev.varve.junit.Image;
import dev.varve.junit.ImageTest;
import dev.varve.junit.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StandIns.class)
@ImageTest
@EnabledIfEngineCan(Ability.RUN)
@Dockerfile(context = ".", labels = @Arg(name = "version", value = "1.2"))
class WebPingTests {
    @Test
    void shape(Image image) {
        assertThat(image)
                .hasEnv("TARGET", "example.org")
                .hasWorkingDir("/web-ping")
                .hasCmd("node", "app.js")
                .hasLabel("version", "1.2");
        assertThat(image).history().last().isInstruction("CMD").isEmptyLayer();
        assertThat(image).layer("COPY . .").adds("/web-ping/app.js").isSmallerThan(kilobytes(10));
        assertThat(image.path("/web-ping/app.js")).isRegularFile().content().contains("Pinging");
        assertThat(image.path("/web-ping/pom.xml")).doesNotExist();
    }

    @Test
    void pings_whom_it_is_told_to(@Run(env = "TARGET=google.com") Container container) {
        assertThat(container).printed("Pinging: google.com; method: HEAD").hasEnv("METHOD", "HEAD");
    }

    @Test
    void cache(Build build) {
        build.run();

        assertThat(build.run()).ranNothing();
        assertThat(build.withFile("app.js", "// changed").run())
                .cached("WORKDIR")
                .reran("COPY . .")
                .becauseOf("app.js")
                .reran("RUN npm install")
                .andNothingElse();
    }

    @Test
    void secrets(Image image) {
        assertThat(image).hasNoSecrets("/bin/busybox");
    }
}
