package dev.varve.rules;

import dev.varve.lint.Rule;
import dev.varve.lint.RulePack;
import dev.varve.rules.base.LatestTag;
import java.util.List;

/** Every rule that ships, one a line, by category and then by name. */
public final class ShippedRules implements RulePack {
    @Override
    public List<Rule> rules() {
        return List.of(
                // base
                new LatestTag());
    }
}
