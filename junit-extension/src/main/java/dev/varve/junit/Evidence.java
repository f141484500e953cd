package dev.varve.junit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.JUnitException;

/** What helps to understand why a test failed, published with it as files. */
final class Evidence {
    private final Scope scope;

    Evidence(Scope scope) {
        this.scope = scope;
    }

    void publish(ExtensionContext context) {
        Map<String, byte[]> files = files();
        if (files.isEmpty()) {
            return;
        }
        try {
            context.publishDirectory("varve", folder -> write(files, folder));
        } catch (JUnitException e) {
            // where the run has no place for files, entries of the report must do
            files.forEach(
                    (name, content) -> context.publishReportEntry(name, new String(content, StandardCharsets.UTF_8)));
        }
    }

    private static void write(Map<String, byte[]> files, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int failed = 0;
        for (String log : scope.failedBuilds()) {
            String suffix = failed++ == 0 ? "" : "-" + failed;
            files.put("failed-build" + suffix + ".log", log.getBytes(StandardCharsets.UTF_8));
        }
        int number = 0;
        for (BuiltImage image : scope.images()) {
            String suffix = number++ == 0 ? "" : "-" + number;
            if (!image.log().isEmpty()) {
                files.put("build" + suffix + ".log", image.log().getBytes(StandardCharsets.UTF_8));
            }
            files.put("manifest" + suffix + ".json", image.image().manifest().toBytes());
            files.put("config" + suffix + ".json", image.image().config().toBytes());
        }
        for (Container container : scope.containers()) {
            files.put("container-" + container.name() + ".log", container.logs().getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }
}
