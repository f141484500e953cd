package dev.varve.cli.container;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who types at a shell's prompt and reads what it prints. */
public final class Typing implements Closeable {
    static final int ROWS = 30;
    static final int COLUMNS = 100;

    private static final String PROMPT = "# ";
    private static final Pattern TERMINAL = Pattern.compile("at (/dev/pts/[0-9]+)\r");
    private static final int ATTEMPTS = 100;

    private final Process process;
    private final String terminal;

    private Typing(Process process) throws IOException {
        this.process = process;
        Matcher name = TERMINAL.matcher(VarveProcess.readUntil(process, PROMPT));
        if (!name.find()) {
            throw new AssertionError("script(1) gave no terminal");
        }
        this.terminal = name.group(1);
    }

    /** Starts a command of {@link VarveProcess#atTerminal} and waits for its prompt. */
    public static Typing into(ProcessBuilder atTerminal) throws IOException {
        List<String> script = new ArrayList<>(atTerminal.command());
        int line = script.indexOf("-qec") + 1;
        script.set(line, "stty rows " + ROWS + " cols " + COLUMNS + "; echo at $(tty); " + script.get(line));
        return new Typing(atTerminal.command(script).start());
    }

    private void type(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Types a line and gives what is printed up to the next prompt. */
    public String line(String text) throws IOException {
        return start(text, PROMPT);
    }

    /** Types a line again and again until its output has something. */
    String lineUntil(String text, String wanted) throws IOException {
        String printed = line(text);
        for (int i = 0; i < ATTEMPTS && !printed.contains(wanted); i++) {
            printed = line(text);
        }
        return printed;
    }

    /** Types a line and waits for something that it prints. */
    String start(String text, String awaited) throws IOException {
        type(text + "\n");
        return VarveProcess.readUntil(process, awaited);
    }

    /** Presses a key and gives what is printed up to the next prompt. */
    String key(int code) throws IOException {
        type(Character.toString(code));
        return VarveProcess.readUntil(process, PROMPT);
    }

    /** Changes the size of the terminal as its window would. */
    void resize(int rows, int columns) throws IOException, InterruptedException {
        new ProcessBuilder("stty", "-F", terminal, "rows", Integer.toString(rows), "cols", Integer.toString(columns))
                .start()
                .waitFor();
    }

    /** Types the last line and gives the exit code. */
    public int end(String text) throws IOException, InterruptedException {
        type(text + "\n");
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
