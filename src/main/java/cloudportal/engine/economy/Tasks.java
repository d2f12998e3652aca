package cloudportal.engine.economy;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/** Tasks as the models have them: an execution waits at one, and none has parts. */
public final class Tasks extends TaskManager {

    /** None: a part of a task is a task outside of every model, and {@code standalone-tasks-enabled} is off. */
    @Override
    public List<Task> findTasksByParentTaskId(String parent) {
        return new ArrayList<>();
    }

    /** The one that is being worked on, which is at hand already; else the database's. */
    @Override
    public List<TaskEntity> findTasksByExecutionId(String execution) {
        List<TaskEntity> atHand =
                new ArrayList<>(getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                        .filter(task -> execution.equals(task.getExecutionId()))
                        .toList());
        return atHand.isEmpty() ? super.findTasksByExecutionId(execution) : atHand;
    }
}
