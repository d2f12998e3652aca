package cloudportal.engine.economy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.springframework.beans.BeanUtils;

/** What kinds of jobs a process has. Read anew after a moment, like {@link ProcessDefinitions}; the engine reads it with each job. */
public final class JobDefinitions extends JobDefinitionManager {

    private record Row(JobDefinitionEntity state, Long priority, long until) {}

    /** The rows as they were read last. */
    static final class Read {

        private final Map<String, Row> rows = new ConcurrentHashMap<>();
        private final long believed;

        Read(Duration believed) {
            this.believed = believed.toNanos();
        }
    }

    private final Read read;

    JobDefinitions(Read read) {
        this.read = read;
    }

    @Override
    public JobDefinitionEntity findById(String id) {
        JobDefinitionEntity inCommand = getDbEntityManager().getCachedEntity(JobDefinitionEntity.class, id);
        if (inCommand != null) {
            return inCommand;
        }
        long now = System.nanoTime();
        Row row = read.rows.get(id);
        if (row != null && now - row.until() < 0) {
            // As if it had been read: a copy that the command may change, which is then written by its revision.
            JobDefinitionEntity copy = copy(row.state(), row.priority());
            getDbEntityManager().getDbEntityCache().putPersistent(copy);
            return copy;
        }
        JobDefinitionEntity found = super.findById(id);
        if (found != null) {
            Long priority = found.getOverridingJobPriority();
            read.rows.put(id, new Row(copy(found, priority), priority, now + read.believed));
        }
        return found;
    }

    @Override
    public void updateJobDefinitionSuspensionStateById(String id, SuspensionState state) {
        super.updateJobDefinitionSuspensionStateById(id, state);
        readAnew();
    }

    @Override
    public void updateJobDefinitionSuspensionStateByProcessDefinitionId(String id, SuspensionState state) {
        super.updateJobDefinitionSuspensionStateByProcessDefinitionId(id, state);
        readAnew();
    }

    @Override
    public void updateJobDefinitionSuspensionStateByProcessDefinitionKey(String key, SuspensionState state) {
        super.updateJobDefinitionSuspensionStateByProcessDefinitionKey(key, state);
        readAnew();
    }

    @Override
    public void updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(
            String key, String tenant, SuspensionState state) {
        super.updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(key, tenant, state);
        readAnew();
    }

    private void readAnew() {
        getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, context -> read.rows.clear());
    }

    /** All of it but the priority has a setter named as its getter. */
    private static JobDefinitionEntity copy(JobDefinitionEntity state, Long priority) {
        JobDefinitionEntity copy = new JobDefinitionEntity();
        BeanUtils.copyProperties(state, copy);
        copy.setJobPriority(priority);
        return copy;
    }
}
