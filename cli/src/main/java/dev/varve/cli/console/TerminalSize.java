package dev.varve.cli.console;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large the terminal is now. */
public record TerminalSize(int columns, int rows) {
    private static final TerminalSize USUAL = new TerminalSize(80, 24);
    private static final Pattern STTY = Pattern.compile("([1-9][0-9]{0,4}) ([1-9][0-9]{0,4})\\s*");

    /** Asks {@code stty}, for Java cannot tell; 80 by 24 where it cannot either. */
    public static TerminalSize current() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .redirectError(Redirect.DISCARD)
                    .start();
            Matcher size = STTY.matcher(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            return size.matches()
                    ? new TerminalSize(Integer.parseInt(size.group(2)), Integer.parseInt(size.group(1)))
                    : USUAL;
        } catch (IOException e) {
            return USUAL;
        }
    }
}
