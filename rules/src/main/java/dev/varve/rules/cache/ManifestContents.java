package dev.varve.rules.cache;

import dev.varve.context.BuildContext;
import dev.varve.context.Entry;
import dev.varve.context.EntryType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** Looks for what makes an install read more than the manifests: scripts that it runs, dependencies that are folders. */
final class ManifestContents {
    private static final int LARGEST = 1 << 20;
    private static final Map<String, Pattern> TELLTALES = Map.of(
            "package.json",
                    Pattern.compile(
                            "\"(preinstall|install|postinstall|prepare|prepublish)\"\\s*:|\"(file|link|portal):"),
            "go.mod", Pattern.compile("=>\\s*\\.{0,2}/"),
            "Gemfile",
                    Pattern.compile(
                            "\\bpath\\b|gemspec|eval_gemfile|require_relative|\\bFile\\.|instance_eval|eval\\b"),
            "composer.json", Pattern.compile("\"type\"\\s*:\\s*\"path\""),
            "pom.xml", Pattern.compile("<module>|<relativePath>\\s*[^<\\s]|<systemPath>"),
            "pyproject.toml", Pattern.compile("\\bpath\\s*=|\\bworkspace\\s*=|develop\\s*=|readme\\s*="));
    private static final Pattern REQUIREMENTS =
            Pattern.compile("(?m)^\\s*(-e\\b|--editable|\\.|-[rc]\\s|--requirement|--constraint|[^#\\s]*file:)");
    private static final Pattern WORKSPACES = Pattern.compile("\"workspaces\"\\s*:");

    private ManifestContents() {}

    /** Whether an install by this file may need files that are no manifests. Lock files never say so. */
    static boolean readsMore(BuildContext context, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Pattern telltale = name.endsWith(".txt") || name.endsWith(".in") ? REQUIREMENTS : TELLTALES.get(name);
        return telltale != null && telltale.matcher(text(context, path)).find();
    }

    /** Whether a package.json names the folders of further ones. */
    static boolean hasWorkspaces(BuildContext context, String path) {
        return WORKSPACES.matcher(text(context, path)).find();
    }

    private static String text(BuildContext context, String path) {
        Entry entry = context.tree().find(path);
        if (entry == null || entry.type() != EntryType.FILE || entry.size() > LARGEST) {
            return "";
        }
        try (InputStream in = context.open(entry)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
