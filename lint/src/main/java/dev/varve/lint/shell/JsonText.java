package dev.varve.lint.shell;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.MappedText;
import dev.varve.dockerfile.Word;

/** Finds the place of each char of a string in a JSON array. */
final class JsonText {
    private final Dockerfile file;

    JsonText(Dockerfile file) {
        this.file = file;
    }

    MappedText unquoted(Word word) {
        MappedText written = file.joined(word.range());
        String text = word.text();
        MappedText.Builder out = new MappedText.Builder(word.range().start());
        int at = 1;
        for (int i = 0; i < text.length(); i++) {
            int next = at + 1;
            if (at < written.length() && written.text().charAt(at) == '\\' && next < written.length()) {
                next = written.text().charAt(next) == 'u' ? at + 6 : at + 2;
            }
            int behind = Math.min(next, written.length());
            out.append(text.charAt(i), written.offset(Math.min(at, written.length() - 1)))
                    .endingAt(written.offset(behind));
            at = next;
        }
        return out.build();
    }
}
