package dev.varve.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A script that completes commands, flags and their values in bash, and in zsh by its support of bash's. */
public final class Completion {
    private final Menu menu;

    /** The words that can follow a call. */
    private final Map<String, String> words = new TreeMap<>();

    /** The values of a call's flag, by both. */
    private final Map<String, String> values = new TreeMap<>();

    public Completion(Menu menu) {
        this.menu = menu;
    }

    public String script() {
        words.put("", String.join(" ", menu.names()) + " help --help --version");
        for (Shortcut shortcut : menu.shortcuts()) {
            add(shortcut.name(), shortcut.group(), shortcut.target());
        }
        for (Group group : menu.groups()) {
            List<String> names = new ArrayList<>();
            for (Entry entry : group.entries()) {
                names.add(entry.name());
                add(group.name() + " " + entry.name(), group, entry);
                entry.aliases().forEach(alias -> add(group.name() + " " + alias, group, entry));
            }
            words.put(group.name(), String.join(" ", names) + " --help");
        }
        return TEMPLATE.replace("@PROGRAM@", menu.program())
                .replace("@WORDS@", cases(words))
                .replace("@VALUES@", cases(values));
    }

    private void add(String call, Group group, Entry entry) {
        List<String> flags = new ArrayList<>();
        for (Flag flag : group.create(entry.name()).flags().sorted()) {
            flags.add("--" + flag.name());
            if (!flag.shorthand().isEmpty()) {
                flags.add("-" + flag.shorthand());
            }
            if (!flag.choices().isEmpty()) {
                values.put(call + " --" + flag.name(), String.join(" ", flag.choices()));
            }
        }
        flags.add("--help");
        words.put(call, String.join(" ", flags));
    }

    private static String cases(Map<String, String> byCall) {
        StringBuilder cases = new StringBuilder();
        byCall.forEach((call, choices) -> cases.append("    '")
                .append(call)
                .append("') echo '")
                .append(choices)
                .append("' ;;\n"));
        return cases.toString();
    }

    private static final String TEMPLATE = """
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
            """;
}
