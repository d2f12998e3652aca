package cloudportal.process;

import cloudportal.request.CustomerCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Lets go of what a case was working on when its process ends, however it ends. */
@Component
class CloseCaseListener implements ExecutionListener {

    private final CustomerCases cases;

    CloseCaseListener(CustomerCases cases) {
        this.cases = cases;
    }

    @Override
    public void notify(DelegateExecution execution) {
        cases.close(execution.getProcessInstanceId());
    }
}
