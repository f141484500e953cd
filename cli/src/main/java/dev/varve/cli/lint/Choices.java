package dev.varve.cli.lint;

import dev.varve.lint.Configuration;
import dev.varve.lint.Settings;
import dev.varve.plan.CacheModel;
import java.util.List;
import java.util.Optional;

/** What the command line says of linting, which counts before what a configuration says. */
record Choices(List<String> select, List<String> ignore, Optional<CacheModel> model, Optional<String> shellcheck) {
    Configuration on(Configuration configuration) {
        Configuration chosen = configuration.selecting(select).ignoring(ignore);
        if (model.isEmpty()) {
            return chosen;
        }
        Settings settings = chosen.settings();
        return chosen.with(new Settings(
                model.get(), settings.trustedRegistries(), settings.labelSchema(), settings.strictLabels()));
    }
}
