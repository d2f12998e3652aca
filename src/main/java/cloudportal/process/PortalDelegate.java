package cloudportal.process;

import cloudportal.engine.Refusal;
import cloudportal.request.RequestRefusedException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A delegate whose refusals reach the person as a sentence, with the task left open and its answers kept. */
public abstract class PortalDelegate implements JavaDelegate {

    @Override
    public final void execute(DelegateExecution execution) {
        try {
            run(execution);
        } catch (RequestRefusedException e) {
            throw new Refusal(e.getMessage(), e);
        }
    }

    /**
     * The delegate's work: read variables, call one use case, write variables.
     *
     * @throws RequestRefusedException where the use case says no; the whole step is rolled back
     */
    protected abstract void run(DelegateExecution execution);
}
