package dev.varve.structure;

import dev.varve.layer.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks for licenses that are not wanted, as container-structure-test lists them. */
final class LicenseCheck {
    private static final String DOCUMENTATION = "/usr/share/doc";
    private static final Set<String> ALLOWED_PACKAGES = Set.of("libgnutls30");
    private static final List<String> UNWANTED = List.of("AGPL", "WTFPL");

    private final ImageUnderTest image;
    private final List<String> failures = new ArrayList<>();

    LicenseCheck(ImageUnderTest image) {
        this.image = image;
    }

    List<String> failures(LicenseTest test) throws IOException {
        if (test.debian()) {
            for (Node folder : image.folders(DOCUMENTATION)) {
                String name = folder.path().substring(folder.path().lastIndexOf('/') + 1);
                if (!ALLOWED_PACKAGES.contains(name)) {
                    check(DOCUMENTATION + "/" + name + "/copyright");
                }
            }
        }
        test.files().forEach(this::check);
        return failures;
    }

    private void check(String path) {
        try {
            String license = GoText.of(image.read(path)).toUpperCase(Locale.ROOT);
            UNWANTED.stream()
                    .filter(license::contains)
                    .findFirst()
                    .ifPresent(name -> failures.add("expected no license with " + name + " in it, found " + path));
        } catch (IOException e) {
            failures.add(Checks.because(e));
        }
    }
}
