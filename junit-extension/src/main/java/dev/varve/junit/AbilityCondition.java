package dev.varve.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Carries {@link EnabledIfEngineCan} out. */
final class AbilityCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<EnabledIfEngineCan> needed =
                AnnotationSupport.findAnnotation(context.getElement(), EnabledIfEngineCan.class);
        if (needed.isPresent()) {
            for (Ability ability : needed.get().value()) {
                Optional<String> lacking = Session.of(context).lacking(ability);
                if (lacking.isPresent()) {
                    return ConditionEvaluationResult.disabled("this machine cannot " + ability + ": " + lacking.get());
                }
            }
        }
        return ConditionEvaluationResult.enabled("this machine can do what is needed");
    }
}
