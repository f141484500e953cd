package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Makes typed instructions out of split ones (BuildKit {@code frontend/dockerfile/instructions/parse.go}). */
final class InstructionReader {
    private final Syntax syntax;
    private final Problems problems;

    InstructionReader(Syntax syntax, Problems problems) {
        this.syntax = syntax;
        this.problems = problems;
    }

    /** The instruction, or {@link Invalid} with at least one problem reported. */
    Instruction read(RawInstruction raw) {
        int errors = problems.errors();
        Instruction instruction = raw.keyword() == null ? unknown() : known(raw.keyword(), raw);
        return problems.errors() > errors ? new Invalid(syntax) : instruction;
    }

    private Instruction known(Keyword keyword, RawInstruction raw) {
        return switch (keyword) {
            case ADD, COPY -> new FileCopyReader(syntax, problems).read(keyword);
            case ARG -> arg(raw.arguments().parts());
            case CMD -> arguments(0, Cmd::new);
            case ENTRYPOINT -> arguments(0, Entrypoint::new);
            case ENV -> assignments(Env::new);
            case EXPOSE -> arguments(1, Expose::new);
            case FROM -> new FromReader(syntax, problems).read();
            case HEALTHCHECK -> new HealthcheckReader(syntax, problems).read();
            case LABEL -> assignments(Label::new);
            case MAINTAINER -> argument(Maintainer::new);
            case ONBUILD -> new OnBuildReader(syntax, problems).read(raw);
            case RUN -> new RunReader(syntax, problems).read();
            case SHELL -> shell();
            case STOPSIGNAL -> stopSignal();
            case USER -> argument(User::new);
            case VOLUME -> volume();
            case WORKDIR -> argument(Workdir::new);
        };
    }

    private Instruction unknown() {
        String found = "unknown instruction " + Quoted.excerpt(syntax.keyword().text());
        String suggestion = Suggestion.of(syntax.name(), Keyword.names(), "");
        String expected = "; expected is one of " + String.join(", ", Keyword.names());
        problems.error(syntax.keyword().range(), found + (suggestion.isEmpty() ? expected : suggestion));
        return new Invalid(syntax);
    }

    private Instruction missing(String expected) {
        problems.error(syntax.keyword().range(), syntax.name() + " expects " + expected);
        return new Invalid(syntax);
    }

    private Instruction argument(BiFunction<Syntax, Word, Instruction> make) {
        FlagValues.check(syntax, Map.of(), problems);
        return syntax.args().isEmpty()
                ? missing("an argument")
                : make.apply(syntax, syntax.args().get(0));
    }

    private Instruction arguments(int atLeast, BiFunction<Syntax, List<Word>, Instruction> make) {
        FlagValues.check(syntax, Map.of(), problems);
        return syntax.args().size() < atLeast ? missing("at least one argument") : make.apply(syntax, syntax.args());
    }

    private Instruction assignments(BiFunction<Syntax, List<Assignment>, Instruction> make) {
        FlagValues.check(syntax, Map.of(), problems);
        List<Word> parts = syntax.args();
        if (parts.isEmpty()) {
            return missing("at least one KEY=VALUE");
        }
        List<Assignment> assignments = new ArrayList<>(parts.size() / 3);
        for (int i = 0; i < parts.size(); i += 3) {
            Word key = parts.get(i);
            if (key.text().isEmpty()) {
                problems.error(parts.get(i + 2).range(), syntax.name() + " expects a key in front of =");
            }
            assignments.add(new Assignment(
                    key, parts.get(i + 1), parts.get(i + 2).text().isEmpty()));
        }
        return make.apply(syntax, assignments);
    }

    private Instruction arg(List<LogicalLine> words) {
        ignoreFlags();
        if (words.isEmpty()) {
            return missing("at least one NAME or NAME=DEFAULT");
        }
        List<ArgDeclaration> declarations = new ArrayList<>(words.size());
        for (LogicalLine word : words) {
            int equals = word.indexOf('=');
            if (equals == word.start()) {
                problems.error(word.range(), "ARG expects a name in front of =");
            }
            Word name = QuotedWords.word(word, word.start(), equals < 0 ? word.end() : equals);
            Word defaultValue = equals < 0 ? null : QuotedWords.word(word, equals + 1, word.end());
            declarations.add(new ArgDeclaration(name.text(), defaultValue, word.range()));
        }
        return new Arg(syntax, declarations);
    }

    private Instruction shell() {
        FlagValues.check(syntax, Map.of(), problems);
        if (syntax.args().isEmpty()) {
            return missing("at least one argument");
        }
        if (syntax.form() != Form.EXEC) {
            problems.error(syntax.args().get(0).range(), "SHELL expects a JSON array, as in [\"/bin/sh\", \"-c\"]");
        }
        return new Shell(syntax, syntax.args());
    }

    private Instruction stopSignal() {
        ignoreFlags();
        return syntax.args().isEmpty()
                ? missing("an argument")
                : new StopSignal(syntax, syntax.args().get(0));
    }

    private Instruction volume() {
        FlagValues.check(syntax, Map.of(), problems);
        if (syntax.args().isEmpty()) {
            return missing("at least one argument");
        }
        List<Word> paths = new ArrayList<>(syntax.args().size());
        for (Word word : syntax.args()) {
            String path = WhiteSpace.trim(word.text());
            if (path.isEmpty()) {
                problems.error(word.range(), "VOLUME expects a path, found an empty string");
            }
            paths.add(new Word(path, word.range()));
        }
        return new Volume(syntax, paths);
    }

    /** BuildKit never looks at the flags of some instructions. */
    private void ignoreFlags() {
        for (Flag flag : syntax.flags()) {
            problems.warning(flag.range(), syntax.name() + " ignores flags");
        }
    }
}
