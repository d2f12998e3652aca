package cloudportal.engine.economy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;

/**
 * Process definitions, which never change but for being suspended. The engine has each in memory, and still reads its row in each
 * command; here a row that was read a moment ago ({@code portal.engine.reread-definitions-after}) is believed. Suspended on this node it is
 * suspended at once, on the others after that moment.
 */
public final class ProcessDefinitions extends ProcessDefinitionManager {

    /** When the rows were read last, in nanoseconds of this JVM: shared by the commands of one engine. */
    static final class Read {

        private final Map<String, Long> moments = new ConcurrentHashMap<>();
        private final long believed;

        Read(Duration believed) {
            this.believed = believed.toNanos();
        }

        private boolean isFresh(String id) {
            Long moment = moments.get(id);
            return moment != null && System.nanoTime() - moment < believed;
        }
    }

    private final Read read;

    ProcessDefinitions(Read read) {
        this.read = read;
    }

    @Override
    public ProcessDefinitionEntity findLatestDefinitionById(String id) {
        if (read.isFresh(id)) {
            ProcessDefinitionEntity inMemory =
                    Context.getProcessEngineConfiguration().getDeploymentCache().findProcessDefinitionFromCache(id);
            if (inMemory != null) {
                return inMemory;
            }
        }
        long now = System.nanoTime();
        ProcessDefinitionEntity found = super.findLatestDefinitionById(id);
        if (found != null) {
            read.moments.put(id, now);
        }
        return found;
    }

    @Override
    public void updateProcessDefinitionSuspensionStateById(String id, SuspensionState state) {
        super.updateProcessDefinitionSuspensionStateById(id, state);
        readAnew();
    }

    @Override
    public void updateProcessDefinitionSuspensionStateByKey(String key, SuspensionState state) {
        super.updateProcessDefinitionSuspensionStateByKey(key, state);
        readAnew();
    }

    @Override
    public void updateProcessDefinitionSuspensionStateByKeyAndTenantId(
            String key, String tenant, SuspensionState state) {
        super.updateProcessDefinitionSuspensionStateByKeyAndTenantId(key, tenant, state);
        readAnew();
    }

    private void readAnew() {
        getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, context -> read.moments.clear());
    }
}
