package dev.varve.lint.report.html;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** This machine's Chromium without a screen, spoken to by its DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonObject> answers;
    private final List<String> complaints = new ArrayList<>();
    private long last;

    private Browser(Process process, WebSocket socket, BlockingQueue<JsonObject> answers) {
        this.process = process;
        this.socket = socket;
        this.answers = answers;
    }

    /**
     * Skips the test where this machine has none.
     *
     * @param folder for whatever it writes
     */
    static Browser start(Path folder) throws Exception {
        Path profile = folder.resolve("profile");
        Optional<Path> program = Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator), -1))
                .flatMap(where -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(where, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(program.isPresent(), "there is no chromium on this machine to open the page with");
        ProcessBuilder builder = new ProcessBuilder(
                        program.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1280,1000",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TMPDIR", folder.toString());
        Process process = builder.start();
        try {
            BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
            HttpClient client = HttpClient.newHttpClient();
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(address(client, process, profile)), new Listener(answers))
                    .get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            Browser browser = new Browser(process, socket, answers);
            for (String domain : List.of("Page", "Runtime", "Log")) {
                browser.ask(domain + ".enable", JsonObject.EMPTY);
            }
            return browser;
        } catch (Exception e) {
            end(process);
            throw e;
        }
    }

    private static String address(HttpClient client, Process process, Path profile) throws Exception {
        Path file = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.exists(file) && Files.size(file) > 0) {
                String port = Files.readAllLines(file).get(0);
                HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                        .timeout(LONGEST)
                        .build();
                byte[] body = client.send(list, HttpResponse.BodyHandlers.ofByteArray())
                        .body();
                for (JsonObject target : JsonObject.parseList(body)) {
                    if (target.text("type").equals("page")) {
                        return target.text("webSocketDebuggerUrl");
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("chromium opened no page");
    }

    private static final class Listener implements WebSocket.Listener {
        private final BlockingQueue<JsonObject> answers;
        private final StringBuilder text = new StringBuilder();

        Listener(BlockingQueue<JsonObject> answers) {
            this.answers = answers;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    answers.add(JsonObject.parse(text.toString().getBytes(StandardCharsets.UTF_8)));
                } catch (JsonException e) {
                    throw new IllegalStateException(e);
                }
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private JsonObject ask(String method, JsonObject parameters) throws Exception {
        long id = ++last;
        JsonObject request =
                JsonObject.EMPTY.with("id", id).with("method", method).with("params", parameters);
        socket.sendText(request.toString(), true).get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        return await(answer -> answer.optionalNumber("id").orElse(0L) == id, method);
    }

    private interface Test {
        boolean is(JsonObject answer) throws JsonException;
    }

    private JsonObject await(Test wanted, String what) throws Exception {
        while (true) {
            JsonObject answer = answers.poll(LONGEST.toSeconds(), TimeUnit.SECONDS);
            if (answer == null) {
                throw new IOException("no answer of chromium to " + what);
            }
            String method = answer.optionalText("method").orElse("");
            if (List.of("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")
                    .contains(method)) {
                complaints.add(answer.toString());
            }
            if (wanted.is(answer)) {
                if (answer.has("error")) {
                    throw new IOException(what + ": " + answer);
                }
                return answer;
            }
        }
    }

    void open(Path page) throws Exception {
        ask("Page.navigate", JsonObject.EMPTY.with("url", page.toUri().toString()));
        await(answer -> answer.optionalText("method").orElse("").equals("Page.loadEventFired"), "opening " + page);
    }

    /** What an expression that gives a string comes to in the page. */
    String evaluate(String expression) throws Exception {
        JsonObject result = ask("Runtime.evaluate", JsonObject.EMPTY.with("expression", expression))
                .object("result")
                .object("result");
        return result.optionalText("value")
                .orElseThrow(() -> new AssertionError(expression + " is no text but " + result));
    }

    void press(String key) throws Exception {
        JsonObject event = JsonObject.EMPTY.with("key", key);
        ask("Input.dispatchKeyEvent", event.with("type", "rawKeyDown"));
        ask("Input.dispatchKeyEvent", event.with("type", "keyUp"));
    }

    void pointAt(String x, String y) throws Exception {
        ask(
                "Input.dispatchMouseEvent",
                JsonObject.EMPTY
                        .with("type", "mouseMoved")
                        .with("x", Math.round(Double.parseDouble(evaluate(x))))
                        .with("y", Math.round(Double.parseDouble(evaluate(y)))));
    }

    /** {@code light} or {@code dark} on a {@code screen}, or {@code print}. */
    void show(String media, String scheme) throws Exception {
        JsonObject feature =
                JsonObject.EMPTY.with("name", "prefers-color-scheme").with("value", scheme);
        ask("Emulation.setEmulatedMedia", JsonObject.EMPTY.with("media", media).with("features", List.of(feature)));
    }

    void size(long width, long height) throws Exception {
        ask(
                "Emulation.setDeviceMetricsOverride",
                JsonObject.EMPTY
                        .with("width", width)
                        .with("height", height)
                        .with("deviceScaleFactor", 1L)
                        .with("mobile", false));
    }

    Picture screenshot() throws Exception {
        JsonObject result = ask("Page.captureScreenshot", JsonObject.EMPTY.with("captureBeyondViewport", true));
        byte[] png = Base64.getDecoder().decode(result.object("result").text("data"));
        return new Picture(ImageIO.read(new ByteArrayInputStream(png)));
    }

    /** What was written to the console, thrown, or refused. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        socket.abort();
        end(process);
    }

    private static void end(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each ->
                each.onExit().completeOnTimeout(each, 10, TimeUnit.SECONDS).join());
    }
}
