package cloudportal.process;

import cloudportal.engine.Refusal;
import cloudportal.request.RequestRefusedException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.dao.ConcurrencyFailureException;

/** A delegate whose refusals reach the person as a sentence, with the task left open and its answers kept. */
public abstract class PortalDelegate implements JavaDelegate {

    @Override
    public final void execute(DelegateExecution execution) {
        try {
            run(execution);
        } catch (RequestRefusedException e) {
            throw withoutCause(new Refusal(e.getMessage()), e);
        } catch (ConcurrencyFailureException e) {
            throw withoutCause(new OptimisticLockingException(e.getMessage()), e);
        }
    }

    /**
     * The engine looks in its tables for somebody who handles an exception that has a cause. On PostgreSQL nothing can be asked any
     * more in a transaction in which a constraint has spoken, and the sentence would be lost.
     */
    private static ProcessEngineException withoutCause(ProcessEngineException thrown, RuntimeException origin) {
        thrown.addSuppressed(origin);
        return thrown;
    }

    /**
     * The delegate's work: read variables, call one use case, write variables.
     *
     * @throws RequestRefusedException where the use case says no; the whole step is rolled back
     */
    protected abstract void run(DelegateExecution execution);
}
