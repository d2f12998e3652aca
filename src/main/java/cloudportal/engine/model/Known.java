package cloudportal.engine.model;

import cloudportal.engine.deployment.ModelNames;
import cloudportal.engine.deployment.RequiredModel;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the code offers to the models, and what it needs of them.
 *
 * @param beans bean name to the kinds it can be used as
 * @param sendingBeans those of the delegates that send to another system
 * @param variables names of all process variables
 * @param answers those of them that a form may ask for
 * @param parameters those of them that a model may give to a delegate
 * @param initiators those of them that hold who started a case
 * @param groups ids of all groups
 * @param thrownErrors codes of the BPMN errors that the code throws
 * @param requiredModels the models that the code itself calls
 */
public record Known(
        Map<String, Set<BeanKind>> beans,
        Set<String> sendingBeans,
        Set<String> variables,
        Set<String> answers,
        Set<String> parameters,
        Set<String> initiators,
        Set<String> groups,
        Set<String> thrownErrors,
        List<RequiredModel> requiredModels) {

    /** How a model may name a bean. */
    public enum BeanKind {
        DELEGATE("JavaDelegate"),
        TASK_LISTENER("TaskListener"),
        EXECUTION_LISTENER("ExecutionListener");

        private final String type;

        BeanKind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    /** All that the parts of the application say together. */
    public static Known of(Map<String, Set<BeanKind>> beans, Collection<? extends ModelNames> names) {
        return new Known(
                beans,
                all(names, ModelNames::sendingBeans),
                all(names, ModelNames::variables),
                all(names, ModelNames::answers),
                all(names, ModelNames::parameters),
                all(names, ModelNames::initiators),
                all(names, ModelNames::groups),
                all(names, ModelNames::errors),
                names.stream().flatMap(part -> part.requiredModels().stream()).toList());
    }

    public boolean offers(String bean, BeanKind kind) {
        return beans.getOrDefault(bean, Set.of()).contains(kind);
    }

    /** With answers that forms ask for on their own account. */
    Known withAnswers(Set<String> more) {
        Set<String> all = new HashSet<>(variables);
        all.addAll(more);
        Set<String> allAnswers = new HashSet<>(answers);
        allAnswers.addAll(more);
        return new Known(
                beans, sendingBeans, all, allAnswers, parameters, initiators, groups, thrownErrors, requiredModels);
    }

    private static Set<String> all(Collection<? extends ModelNames> names, Function<ModelNames, Set<String>> part) {
        return names.stream().flatMap(one -> part.apply(one).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
