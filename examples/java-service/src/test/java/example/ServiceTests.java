package example;

import static dev.varve.junit.assertions.VarveAssertions.assertThat;

import dev.varve.junit.Ability;
import dev.varve.junit.Build;
import dev.varve.junit.Container;
import dev.varve.junit.Dockerfile;
import dev.varve.junit.EnabledIfEngineCan;
import dev.varve.junit.Image;
import dev.varve.junit.ImageTest;
import dev.varve.junit.Wait;
import dev.varve.junit.assertions.VarveSoftAssertions;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalJdk.class)
@ImageTest
@EnabledIfEngineCan(Ability.RUN)
@Dockerfile(context = ".")
class ServiceTests {
    @Test
    void shape(Image image) {
        VarveSoftAssertions.softly(softly -> {
            softly.assertThat(image).runsAsNonRoot().exposes(8080).hasHealthcheck().hasEnv("PORT", "8080");
            softly.assertThat(image).layer("COPY /classes").adds("/app/classes/example/Service.class");
            softly.assertThat(image.path("/src")).doesNotExist();
        });
    }

    @Test
    void greets_as_it_is_told(Image image) throws Exception {
        int port = freePort();
        Container service = image.run(r -> r.env("PORT", Integer.toString(port))
                .env("GREETING", "Good morning")
                .waitFor(Wait.http("http://localhost:" + port + "/health", 200)));

        assertThat(get("http://localhost:" + port + "/")).isEqualTo("Good morning");
        assertThat(service).printed("listening on port " + port).isHealthy();
    }

    @Test
    void a_change_of_the_source_compiles_again(Build build) {
        build.run();

        assertThat(build.withFile("README.md", "not in the context").run()).ranNothing();
        assertThat(build.withFile("src/main/java/example/Service.java", """
                        package example;
                        public final class Service {}
                        """).run())
                .reran("COPY src/main/java .")
                .reran("RUN javac")
                .reran("COPY --from=build")
                .andNothingElse();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
