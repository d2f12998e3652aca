package cloudportal.engine.deployment;

import java.util.List;
import java.util.Set;

/** What the application offers to models, and what it needs of them. All such beans count together. */
public interface ModelNames {

    /** The variables that the application's code writes or reads. */
    default Set<String> variables() {
        return Set.of();
    }

    /** Those of the variables that a person may answer on a form; all others are the code's alone. */
    default Set<String> answers() {
        return Set.of();
    }

    /** Those of the variables that a model may give to a delegate as an input parameter. */
    default Set<String> parameters() {
        return Set.of();
    }

    /** The variable that holds who started a case, for {@code camunda:initiator} and {@code camunda:assignee}. */
    default Set<String> initiators() {
        return Set.of();
    }

    /** The groups that a task can be offered to. */
    default Set<String> groups() {
        return Set.of();
    }

    /** The codes of the BPMN errors that delegates throw. */
    default Set<String> errors() {
        return Set.of();
    }

    /** The delegates that send to another system, which nobody can take back. */
    default Set<String> sendingBeans() {
        return Set.of();
    }

    /** The models that the application itself calls. */
    default List<RequiredModel> requiredModels() {
        return List.of();
    }
}
