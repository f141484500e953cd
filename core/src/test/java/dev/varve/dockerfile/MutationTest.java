package dev.varve.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Many small changes to the fixtures, of which none may break a promise of the parser. The seed is printed;
 * {@code -Dvarve.seed} repeats a run and {@code -Dvarve.fuzz} makes a longer one.
 */
class MutationTest {
    private static final int MUTATIONS = Integer.getInteger("varve.fuzz", 30_000);

    private final long seed = Long.getLong("varve.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Mutator mutator = new Mutator(
            random,
            Fixtures.trees().stream()
                    .map(name -> Fixtures.bytes("tree/" + name))
                    .toList());

    @Test
    void whatever_a_file_is_it_gives_a_sound_tree() {
        System.out.println("MutationTest: " + MUTATIONS + " files, -Dvarve.seed=" + seed);
        int accepted = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = mutator.next();
            try {
                accepted += check(bytes) ? 1 : 0;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "-Dvarve.seed=" + seed + ", file " + i + ": "
                                + TreePrinter.quoted(
                                        Dockerfile.parse("f", bytes).text()),
                        e);
            }
        }
        System.out.println("MutationTest: " + accepted + " of them have no errors");
        assertThat(accepted).isBetween(MUTATIONS / 50, MUTATIONS / 2);
    }

    private boolean check(byte[] bytes) {
        Dockerfile file = Dockerfile.parse("f", bytes);
        TreeInvariants.check(file);
        if (!Arrays.equals(file.bytes(), bytes)) {
            throw new AssertionError("its bytes do not come back");
        }
        Dockerfile again = Dockerfile.parse("f", file.text());
        if (!again.instructions().equals(file.instructions())) {
            throw new AssertionError("its text gives another tree");
        }
        if (!file.hasErrors()) {
            move(file);
        }
        return !file.hasErrors();
    }

    /** Moves one instruction; the file must then have the same instructions in another order. */
    private void move(Dockerfile file) {
        List<Instruction> all = file.instructions();
        Instruction moved = all.get(random.nextInt(all.size()));
        Instruction anchor = all.get(random.nextInt(all.size()));
        TextEdits edits = new TextEdits(file);
        try {
            if (random.nextBoolean()) {
                edits.moveBefore(moved, anchor);
            } else {
                edits.moveAfter(moved, anchor);
            }
        } catch (IllegalArgumentException e) {
            // The end of the file cuts the last instruction off.
            return;
        }
        Dockerfile edited = Dockerfile.parse("f", edits.apply());
        TreeInvariants.check(edited);
        // A comment that comes to stand at the top may become a directive; then everything can change.
        if (edited.directives().size() == file.directives().size()
                && !originals(edited).equals(originals(file))) {
            throw new AssertionError("a move changed it to " + TreePrinter.quoted(edited.text()));
        }
    }

    private static List<String> originals(Dockerfile file) {
        return file.instructions().stream()
                .map(i -> i.syntax().original()
                        + i.syntax().heredocs().stream().map(Heredoc::content).toList())
                .sorted()
                .toList();
    }
}
