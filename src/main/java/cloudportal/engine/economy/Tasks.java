package cloudportal.engine.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/** Tasks as the models have them: an execution waits at one, and none has parts. Groups' lists are read by {@link CandidateTasks}. */
public final class Tasks extends TaskManager {

    private final LongCounts counts;

    Tasks(LongCounts counts) {
        this.counts = counts;
    }

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        Optional<CandidateTasks> list = candidateTasks(query);
        return list.isPresent()
                ? findTasksByNativeQuery(
                        list.get().page(query.getFirstResult(), query.getMaxResults()),
                        query.getFirstResult(),
                        query.getMaxResults())
                : super.findTasksByQueryCriteria(query);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        Optional<CandidateTasks> list = candidateTasks(query);
        return list.isPresent()
                ? counts.get(list.get().count(), this::findTaskCountByNativeQuery)
                : super.findTaskCountByQueryCriteria(query);
    }

    private Optional<CandidateTasks> candidateTasks(TaskQueryImpl query) {
        configureQuery(query);
        return CandidateTasks.of(query, Context.getProcessEngineConfiguration().getDatabaseType());
    }

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
