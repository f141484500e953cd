package dev.varve.cli.command;

import java.util.List;
import java.util.Optional;

/**
 * A shell that completes what is typed.
 *
 * @param names what it is called
 * @param branch how a call and what belongs to it are written in the script
 * @param template the script
 */
public record Shell(List<String> names, String branch, String template) {
    /** One script serves both, for zsh supports the completion of bash. */
    static final Shell BASH = new Shell(List.of("bash", "zsh"), "    '%s') echo '%s' ;;%n", """
            # Completion for @PROGRAM@: source <(@PROGRAM@ completion bash)
            if [ -n "${ZSH_VERSION-}" ]; then
              autoload -U +X bashcompinit && bashcompinit
            fi

            _@PROGRAM@_words() {
              case "$1" in
            @WORDS@  esac
            }

            _@PROGRAM@_values() {
              case "$1" in
            @VALUES@  esac
            }

            _@PROGRAM@() {
              local current=${COMP_WORDS[COMP_CWORD]} call= word choices i
              for ((i = 1; i < COMP_CWORD; i++)); do
                word=${COMP_WORDS[i]}
                case $word in
                  -*) ;;
                  *) [ -n "$(_@PROGRAM@_words "${call:+$call }$word")" ] && call="${call:+$call }$word" ;;
                esac
              done
              choices=$(_@PROGRAM@_values "$call ${COMP_WORDS[COMP_CWORD - 1]}")
              if [ -z "$choices" ]; then
                choices=$(_@PROGRAM@_words "$call")
                case $current in
                  -*) ;;
                  *) choices=$(printf '%s\\n' $choices | grep -v '^-') ;;
                esac
              fi
              COMPREPLY=($(compgen -W "$choices" -- "$current"))
            }

            complete -F _@PROGRAM@ -o default @PROGRAM@
            """);

    static final Shell FISH = new Shell(List.of("fish"), "    case '%s'%n      echo '%s'%n", """
            # Completion for @PROGRAM@: @PROGRAM@ completion fish | source
            function __@PROGRAM@_words
              switch "$argv"
            @WORDS@  end
            end

            function __@PROGRAM@_values
              switch "$argv"
            @VALUES@  end
            end

            function __@PROGRAM@
              set -l typed (commandline -opc)
              set -l call
              for word in $typed[2..-1]
                string match -q -- '-*' $word; and continue
                test -n "$(__@PROGRAM@_words $call $word)"; and set call $call $word
              end
              set -l choices (string split ' ' -- (__@PROGRAM@_values $call $typed[-1]))
              if test -z "$choices"
                set choices (string split ' ' -- (__@PROGRAM@_words $call))
                if not string match -q -- '-*' (commandline -ct)
                  set choices (string match -v -- '-*' $choices)
                end
              end
              printf '%s\n' $choices
            end

            complete -c @PROGRAM@ -e
            complete -c @PROGRAM@ -f -n 'test -n "$(__@PROGRAM@)"' -a '(__@PROGRAM@)'
            """);

    private static final List<Shell> ALL = List.of(BASH, FISH);

    public Shell {
        names = List.copyOf(names);
    }

    /** The names of all shells. */
    public static List<String> all() {
        return ALL.stream().flatMap(shell -> shell.names.stream()).sorted().toList();
    }

    /** Empty where there is no completion for a shell of this name. */
    public static Optional<Shell> named(String name) {
        return ALL.stream().filter(shell -> shell.names.contains(name)).findFirst();
    }
}
