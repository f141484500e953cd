package dev.varve.lint.shell;

import dev.varve.dockerfile.Cmd;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Entrypoint;
import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Healthcheck;
import dev.varve.dockerfile.Heredoc;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.MappedText;
import dev.varve.dockerfile.OnBuild;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.SourceRange;
import dev.varve.dockerfile.Word;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The scripts in the instructions of a Dockerfile, each parsed for the shell that will read it when it is first asked for. Not
 * to be shared between threads.
 */
public final class Scripts {
    private final Dockerfile file;
    private final Shells shells;
    private final IdentityHashMap<Instruction, Script> parsed = new IdentityHashMap<>();

    /** Those of a file. */
    public Scripts(Dockerfile file) {
        this.file = file;
        this.shells = Shells.of(file);
    }

    /** The shell that reads an instruction's command in shell form. */
    public ShellKind shell(Instruction instruction) {
        return shells.shell(instruction);
    }

    /**
     * The script of RUN, CMD, ENTRYPOINT or HEALTHCHECK, or of one of these behind ONBUILD; an empty one for everything else.
     *
     * <p>For exec form it has one command, whose words are those of the array. A heredoc that is all of a RUN is the script,
     * and its shebang says for which shell.
     */
    public Script script(Instruction instruction) {
        return instruction instanceof OnBuild onBuild
                ? script(onBuild.trigger())
                : parsed.computeIfAbsent(instruction, this::parse);
    }

    private Script parse(Instruction instruction) {
        List<Word> command = command(instruction);
        ShellKind shell = shells.shell(instruction);
        if (command.isEmpty()) {
            SourceRange range = instruction.syntax().keyword().range();
            return Script.ofWords(shell, new MappedText.Builder(range.end()).build(), List.of());
        }
        if (instruction.syntax().form() == Form.EXEC) {
            return exec(command);
        }
        Word line = command.get(0);
        List<Heredoc> heredocs = instruction.syntax().heredocs();
        if (heredocs.size() == 1 && isAlone(line, heredocs.get(0))) {
            MappedText content = file.content(heredocs.get(0));
            return Script.parse(Shells.ofShebang(content.text(), shell), content);
        }
        return Script.parse(shell, whole(line, heredocs));
    }

    private static List<Word> command(Instruction instruction) {
        if (instruction instanceof Run run) {
            return run.command();
        }
        if (instruction instanceof Cmd cmd) {
            return cmd.command();
        }
        if (instruction instanceof Entrypoint entrypoint) {
            return entrypoint.command();
        }
        return instruction instanceof Healthcheck healthcheck ? healthcheck.command() : List.of();
    }

    private boolean isAlone(Word line, Heredoc heredoc) {
        return line.text().strip().equals(file.text(heredoc.opener()));
    }

    /** The line, and behind it the heredocs that the shell reads. */
    private MappedText whole(Word line, List<Heredoc> heredocs) {
        MappedText joined = file.joined(line.range());
        if (heredocs.isEmpty()) {
            return joined;
        }
        MappedText.Builder whole = new MappedText.Builder(joined.range().start()).append(joined, 0, joined.length());
        for (Heredoc heredoc : heredocs) {
            SourceRange end = heredoc.terminator();
            whole.append('\n', heredoc.body().start() - 1)
                    .append(heredoc.content(), heredoc.body().start())
                    .append(file.text(end), end.start());
        }
        return whole.build();
    }

    private Script exec(List<Word> command) {
        List<ShellWord> words = new ArrayList<>(command.size());
        MappedText.Builder all = new MappedText.Builder(command.get(0).range().start());
        for (Word word : command) {
            MappedText text = new JsonText(file).unquoted(word);
            words.add(new ShellWord(List.of(new Part.SingleQuoted(text, word.range())), file.joined(word.range())));
            all.append(text, 0, text.length()).append(' ', word.range().end() - 1);
        }
        all.endingAt(command.get(command.size() - 1).range().end());
        return Script.ofWords(ShellKind.POSIX, all.build(), words);
    }
}
