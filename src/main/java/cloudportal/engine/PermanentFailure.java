package cloudportal.engine;

import org.camunda.bpm.engine.ProcessEngineException;

/** A job has failed for a reason that no repetition removes: it becomes an incident at once, with this message. */
public class PermanentFailure extends ProcessEngineException {

    private static final long serialVersionUID = 1L;

    public PermanentFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
