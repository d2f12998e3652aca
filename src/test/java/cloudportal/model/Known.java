package cloudportal.model;

import java.util.Map;
import java.util.Set;

/**
 * What the code offers to the models.
 *
 * @param beans bean name to the kinds it can be used as
 * @param sendingBeans those of the delegates that send to another system
 * @param variables names of all process variables
 * @param groups ids of all groups
 * @param thrownErrors codes of the BPMN errors that the code throws
 */
record Known(
        Map<String, Set<BeanKind>> beans,
        Set<String> sendingBeans,
        Set<String> variables,
        Set<String> groups,
        Set<String> thrownErrors) {

    /** How a model may name a bean. */
    enum BeanKind {
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

    boolean offers(String bean, BeanKind kind) {
        return beans.getOrDefault(bean, Set.of()).contains(kind);
    }

    boolean resolves(String identifier) {
        return variables.contains(identifier) || beans.containsKey(identifier);
    }
}
