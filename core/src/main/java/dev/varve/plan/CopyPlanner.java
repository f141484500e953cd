package dev.varve.plan;

import dev.varve.context.Selector;
import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Heredoc;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.ShellLexer;
import dev.varve.dockerfile.Word;
import dev.varve.plan.StagePlanner.Planned;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code COPY} and {@code ADD} (BuildKit {@code dockerfile2llb/convert_copy.go}). */
final class CopyPlanner {
    private static final int INLINE_FILE_MODE = 0644;

    private final StageGraph graph;
    private final StageState state;
    private final ShellLexer lexer;
    private final int line;

    CopyPlanner(StageGraph graph, StageState state, ShellLexer lexer, int line) {
        this.graph = graph;
        this.state = state;
        this.lexer = lexer;
        this.line = line;
    }

    Planned plan(Instruction instruction) throws PlanException {
        if (instruction instanceof Copy copy) {
            Source source = copy.from() == null
                    ? Source.Context.MAIN
                    : graph.copySource(copy.from().text(), state.platform, line);
            Flags flags = new Flags(
                    expand(copy.chown()), expand(copy.chmod()), copy.link(), copy.parents(), texts(copy.excludes()));
            String shown = "COPY" + (copy.parents() ? " --parents" : "");
            return plan(shown, source, flags, copy.sources(), copy.inlineSources(), copy.destination(), null);
        }
        Add add = (Add) instruction;
        Flags flags = new Flags(expand(add.chown()), expand(add.chmod()), add.link(), false, texts(add.excludes()));
        return plan("ADD", Source.Context.MAIN, flags, add.sources(), add.inlineSources(), add.destination(), add);
    }

    /** The mode is as it is written. */
    private record Flags(String owner, String mode, boolean link, boolean parents, List<String> excludes) {}

    private CopyAction copy(Source source, Selector files, String to, Flags flags, boolean unpack)
            throws PlanException {
        return new CopyAction(source, files.excluding(flags.excludes), to, flags.owner, mode(flags.mode), unpack);
    }

    private Planned plan(
            String keyword,
            Source source,
            Flags flags,
            List<Word> sources,
            List<Heredoc> documents,
            Word destination,
            @Nullable Add add)
            throws PlanException {
        StringBuilder effect = new StringBuilder(keyword);
        if (!flags.owner.isEmpty()) {
            effect.append(" --chown=").append(flags.owner);
        }
        if (!flags.mode.isEmpty()) {
            effect.append(" --chmod=").append(flags.mode);
        }
        String written = expand(destination);
        String to = ContainerPath.destination(state.folder(), written);
        List<CopyAction> actions = new ArrayList<>();
        for (Word word : sources) {
            String from = expand(word);
            effect.append(' ').append(from);
            actions.add(
                    add != null && RemoteAddress.isRemote(from)
                            ? remote(add, from, to, flags)
                            : local(source, from, to, flags, add));
        }
        for (Heredoc document : documents) {
            effect.append(" <<").append(document.name());
            actions.add(inline(document, to, flags));
        }
        effect.append(' ').append(written).append(" # buildkit");
        // with --chmod BuildKit makes an ordinary layer even where --link is given
        boolean link = flags.link && flags.mode.isEmpty() && !(state.files instanceof Source.Scratch);
        return Planned.files(effect.toString(), new CopyFiles(state.files, actions, link));
    }

    private CopyAction local(Source source, String from, String to, Flags flags, @Nullable Add add)
            throws PlanException {
        boolean unpack = add != null && !Boolean.FALSE.equals(add.unpack());
        Selector files = flags.parents ? Selector.copySourceWithParents(from) : Selector.copySource(from);
        return copy(source, files, to, flags, unpack);
    }

    private CopyAction inline(Heredoc document, String to, Flags flags) throws PlanException {
        String content = document.text();
        if (document.expand()) {
            ShellLexer raw = new ShellLexer('\\').ignoringQuotes();
            content = state.expand(raw, content, line);
        }
        Source.Inline file = new Source.Inline(document.name(), content, INLINE_FILE_MODE);
        return copy(file, Selector.exactly(ContainerPath.clean(document.name())), to, flags, false);
    }

    private CopyAction remote(Add add, String url, String to, Flags flags) throws PlanException {
        String checksum = expand(add.checksum());
        RemoteAddress address = RemoteAddress.of(url);
        String path = address.git() ? "/" : "/" + address.fileName();
        boolean unpack = !address.git() && Boolean.TRUE.equals(add.unpack());
        Source.Remote source = new Source.Remote(
                url, address.git(), address.fileName(), checksum, Boolean.TRUE.equals(add.keepGitDir()));
        return copy(source, Selector.exactly(path), to, flags, unpack);
    }

    private String mode(String text) throws PlanException {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text;
        }
        if (!text.matches("0*[0-7]{1,4}")) {
            throw new PlanException(
                    line, "invalid chmod parameter '" + text + "': expected an octal number between 0 and 07777");
        }
        return Integer.toOctalString(Integer.parseInt(text, 8));
    }

    private String expand(@Nullable Word word) throws PlanException {
        return word == null ? "" : state.expand(lexer, word.text(), line);
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }
}
