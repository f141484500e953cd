package dev.varve.junit;

import static dev.varve.junit.assertions.VarveAssertions.assertThat;
import static dev.varve.junit.assertions.VarveAssertions.assertThatThrownBy;
import static dev.varve.junit.assertions.VarveAssertions.kilobytes;
import static dev.varve.junit.assertions.VarveAssertions.megabytes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What one wants of an image with a web server: its configuration, its page, its user, nothing left over. */
@BusyboxTest
@EnabledIfEngineCan(Ability.RUN)
@Dockerfile(text = """
            FROM busybox AS build
            RUN mkdir -p /root-of-image/bin /root-of-image/etc /root-of-image/www && \
                cp /bin/busybox /root-of-image/bin/httpd && \
                echo 'web:x:101:101::/www:/sbin/nologin' > /root-of-image/etc/passwd && \
                echo 'web:x:101:' > /root-of-image/etc/group && \
                echo '<h1>Welcome</h1>' > /root-of-image/www/index.html && \
                echo 'I:index.html' > /root-of-image/etc/httpd.conf

            FROM scratch
            COPY --from=build /root-of-image /
            USER web
            WORKDIR /www
            EXPOSE 8080
            ENV PORT=8080
            HEALTHCHECK CMD ["/bin/httpd", "-d", "healthy"]
            ENTRYPOINT ["/bin/httpd", "-f", "-c", "/etc/httpd.conf", "-p"]
            CMD ["8080"]
            """)
class WebServerTest {
    private static Container serve(Image image, int port) {
        return image.run(r -> r.command(Integer.toString(port)).waitFor(Wait.port(port)));
    }

    @Test
    void its_configuration_is_valid(Image image) {
        assertThat(image)
                .exposesExactly("8080/tcp")
                .hasEntrypoint("/bin/httpd", "-f", "-c", "/etc/httpd.conf", "-p")
                .hasCmd("8080")
                .hasWorkingDir("/www")
                .hasHealthcheck();
        assertThat(image.path("/etc/httpd.conf")).hasContent("I:index.html");
    }

    @Test
    void its_page_is_served(Image image) throws Exception {
        int port = FreePort.find();
        Container server = serve(image, port);

        assertThat(server)
                .answers("http://localhost:" + port + "/", 200)
                .isRunning()
                .hasProcess("httpd");
        assertThat(get(port).body()).isEqualTo("<h1>Welcome</h1>\n");
    }

    private static HttpResponse<String> get(int port) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_status_is_waited_for(Image image) throws Exception {
        int port = FreePort.find();
        image.run(r ->
                r.command(Integer.toString(port)).waitFor(Wait.http("http://localhost:" + port + "/nothing", 404)));

        assertThatThrownBy(() ->
                        image.run(r -> r.command("1").waitFor(Wait.port(1)).timeout(Duration.ofSeconds(20))))
                .hasMessageContaining("did not listen at port 1 and ended with exit code 1");
    }

    @Test
    void its_health_is_waited_for(Image image) throws Exception {
        assertThat(serve(image, FreePort.find())).isHealthy();
    }

    @Test
    void an_image_that_cannot_say_how_it_is_says_so(@UseImage("busybox") Image image) {
        assertThatThrownBy(() -> image.run(r -> r.command("sleep", "1000").waitFor(Wait.healthy())))
                .hasMessage("busybox has no HEALTHCHECK to wait for; wait for a line, a port or a URL");
    }

    @Test
    void it_runs_as_a_user_without_rights(Image image) throws Exception {
        assertThat(image).runsAsNonRoot().hasUser("web");
        assertThat(serve(image, FreePort.find())
                        .engineContainer()
                        .settings()
                        .config()
                        .user())
                .isEqualTo("web");
    }

    @Test
    void nothing_is_left_over(Image image) {
        assertThat(image)
                .hasNoShell()
                .hasNoSecrets()
                .wastesLessThan(kilobytes(1))
                .hasLayers(2)
                .isSmallerThan(megabytes(5));
        assertThat(image).layer("COPY").doesNotAdd("/root-of-image").adds("/www/index.html");
    }

    @Test
    void a_program_is_run_in_it(Image image) throws Exception {
        assertThat(serve(image, FreePort.find())
                        .exec("/bin/httpd", "-d", "a%20b")
                        .out())
                .isEqualTo("a b");
    }
}
