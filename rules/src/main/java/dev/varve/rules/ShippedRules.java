package dev.varve.rules;

import dev.varve.lint.Rule;
import dev.varve.lint.RulePack;
import dev.varve.rules.base.LatestTag;
import dev.varve.rules.config.ExposedMapping;
import dev.varve.rules.config.ExposedProtocolCasing;
import dev.varve.rules.config.UndefinedVariable;
import dev.varve.rules.copy.CopyIgnoredFile;
import dev.varve.rules.packages.AptGetYes;
import dev.varve.rules.packages.AptListsKept;
import dev.varve.rules.packages.DnfCacheKept;
import dev.varve.rules.packages.DnfYes;
import dev.varve.rules.packages.UnpinnedApk;
import dev.varve.rules.packages.UnpinnedApt;
import dev.varve.rules.packages.UnpinnedDnf;
import dev.varve.rules.packages.UnpinnedYum;
import dev.varve.rules.packages.UnpinnedZypper;
import dev.varve.rules.packages.YarnCacheKept;
import dev.varve.rules.packages.YumCacheKept;
import dev.varve.rules.packages.YumYes;
import dev.varve.rules.packages.ZypperCacheKept;
import dev.varve.rules.packages.ZypperYes;
import dev.varve.rules.security.SecretInArgOrEnv;
import dev.varve.rules.stage.InvalidDefaultBase;
import dev.varve.rules.stage.RedundantTargetPlatform;
import dev.varve.rules.stage.ReservedStageName;
import dev.varve.rules.stage.StageNameCasing;
import dev.varve.rules.stage.UndefinedBaseArgument;
import dev.varve.rules.syntax.DefinitionDescription;
import dev.varve.rules.syntax.EmptyContinuation;
import dev.varve.rules.syntax.FromAsCasing;
import dev.varve.rules.syntax.InstructionCasing;
import dev.varve.rules.syntax.LegacyKeyValue;
import dev.varve.rules.syntax.SyntaxError;
import dev.varve.rules.syntax.Unbuildable;
import java.util.List;

/** Every rule that ships, one a line, by category and then by name. */
public final class ShippedRules implements RulePack {
    @Override
    public List<Rule> rules() {
        return List.of(
                // base
                new LatestTag(),
                // config
                new ExposedMapping(),
                new ExposedProtocolCasing(),
                new UndefinedVariable(),
                // copy
                new CopyIgnoredFile(),
                // packages
                new AptGetYes(),
                new AptListsKept(),
                new DnfCacheKept(),
                new DnfYes(),
                new UnpinnedApk(),
                new UnpinnedApt(),
                new UnpinnedDnf(),
                new UnpinnedYum(),
                new UnpinnedZypper(),
                new YarnCacheKept(),
                new YumCacheKept(),
                new YumYes(),
                new ZypperCacheKept(),
                new ZypperYes(),
                // security
                new SecretInArgOrEnv(),
                // stage
                new InvalidDefaultBase(),
                new RedundantTargetPlatform(),
                new ReservedStageName(),
                new StageNameCasing(),
                new UndefinedBaseArgument(),
                // syntax
                new DefinitionDescription(),
                new EmptyContinuation(),
                new FromAsCasing(),
                new InstructionCasing(),
                new LegacyKeyValue(),
                new SyntaxError(),
                new Unbuildable());
    }
}
