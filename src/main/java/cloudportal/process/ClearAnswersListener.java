package cloudportal.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Opens each step without the choices of an earlier visit: a tick or a choice that is left over would be taken for a new one. */
@Component
class ClearAnswersListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        // In the execution, where answers are kept: the task itself, being new, has none to be looked for.
        ProcessVariables.ASKED_ANEW.forEach(answer -> answer.clear(task.getExecution()));
    }
}
