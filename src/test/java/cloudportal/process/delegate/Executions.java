package cloudportal.process.delegate;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Executions for tests of delegates alone: their variables stand in a map. */
final class Executions {

    static final String CASE = "case-1";
    static final String BUSINESS_KEY = "CCHM-191015-238079";

    private Executions() {}

    static DelegateExecution with(Map<String, Object> variables) {
        DelegateExecution execution = mock(DelegateExecution.class);
        when(execution.getProcessInstanceId()).thenReturn(CASE);
        when(execution.getProcessBusinessKey()).thenReturn(BUSINESS_KEY);
        when(execution.getVariable(anyString())).thenAnswer(call -> variables.get(call.<String>getArgument(0)));
        when(execution.hasVariable(anyString())).thenAnswer(call -> variables.containsKey(call.<String>getArgument(0)));
        doAnswer(call -> variables.put(call.getArgument(0), call.getArgument(1)))
                .when(execution)
                .setVariable(anyString(), any());
        doAnswer(call -> variables.remove(call.<String>getArgument(0)))
                .when(execution)
                .removeVariable(anyString());
        return execution;
    }
}
