package cloudportal.engine.economy;

import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Writes the engine's history. To compute how long something took, the engine reads its start at each change; here only where it has
 * ended, since before that there is nothing to compute.
 */
public final class HistoryWriter extends DbHistoryEventHandler {

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        boolean goesOn = event instanceof HistoricScopeInstanceEvent scope
                && scope.getEndTime() == null
                && scope.getId() != null
                && !isInitialEvent(event)
                && getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null;
        if (goesOn) {
            getDbEntityManager().merge(event);
        } else {
            super.insertOrUpdate(event);
        }
    }
}
