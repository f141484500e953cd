package dev.varve.cli.build;

import dev.varve.cli.command.Flags;

/** {@code --provenance=false} and its like: there are no attestations, which is what those who turn them off want. */
final class Attestations {
    Attestations(Flags flags) {
        flags.text("--provenance", "string", "There are no attestations: only false")
                .checked(Attestations::none);
        flags.text("--sbom", "string", "There are no attestations: only false").checked(Attestations::none);
        flags.unsupported("there are no attestations", "--attest");
    }

    private static void none(String value) {
        if (!value.equals("false")) {
            throw new IllegalArgumentException("varve makes no attestations; only false is supported");
        }
    }
}
