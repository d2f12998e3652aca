package cloudportal.process;

import static cloudportal.process.ProcessVariables.CONFIRMATION;
import static cloudportal.process.ProcessVariables.CONTRACT_ACTION;
import static cloudportal.process.ProcessVariables.CONTRACT_NUMBER;

import cloudportal.request.CustomerSteps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Answers the forms of {@code cancellation-request} as the person would, so that every check of a form and of a right holds. */
@Component
class ModelSteps implements CustomerSteps {

    private static final String PROCESS = "cancellation-request";
    private static final String REQUEST_CANCELLATION = "userTask_requestCancellation";
    private static final String CONFIRM_REQUEST = "userTask_confirmRequest";
    private static final String WITHDRAW_DRAFT = "userTask_withdrawDraft";

    private final RepositoryService repositoryService;
    private final FormService formService;
    private final TaskService taskService;

    ModelSteps(RepositoryService repositoryService, FormService formService, TaskService taskService) {
        this.repositoryService = repositoryService;
        this.formService = formService;
        this.taskService = taskService;
    }

    @Override
    public OpenStep toCancellation(List<String> processInstanceIds, String contractNumber) {
        return processInstanceIds.stream()
                .flatMap(id -> openTask(id).stream())
                .findFirst()
                .map(ModelSteps::step)
                .orElseGet(() ->
                        step(answer(choose(contractNumber, REQUEST_CANCELLATION), CONTRACT_ACTION.name(), "request")));
    }

    @Override
    public OpenStep toWithdrawal(List<String> processInstanceIds, String contractNumber) {
        List<Task> open =
                processInstanceIds.stream().flatMap(id -> openTask(id).stream()).toList();
        return open.stream()
                .filter(task -> WITHDRAW_DRAFT.equals(task.getTaskDefinitionKey()))
                .findFirst()
                .or(() -> open.stream()
                        .filter(task -> CONFIRM_REQUEST.equals(task.getTaskDefinitionKey()))
                        .findFirst()
                        .map(task -> answer(task, CONFIRMATION.name(), "withdraw")))
                .map(ModelSteps::step)
                .orElseGet(() -> step(choose(contractNumber, WITHDRAW_DRAFT)));
    }

    /** @param expected the step that the contract's state leads to; another means that somebody was faster */
    private Task choose(String contractNumber, String expected) {
        String definition = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
        String started = formService.submitStartForm(definition, Map.of()).getId();
        Task next = answer(openTask(started).orElseThrow(), CONTRACT_NUMBER.name(), contractNumber);
        if (!expected.equals(next.getTaskDefinitionKey())) {
            throw new OptimisticLockingFailureException(
                    "Contract %s led to %s".formatted(contractNumber, next.getTaskDefinitionKey()));
        }
        return next;
    }

    private Task answer(Task task, String name, String value) {
        formService.submitTaskForm(task.getId(), Map.of(name, value));
        return openTask(task.getProcessInstanceId()).orElseThrow();
    }

    /** A person sees no task but the person's own. */
    private Optional<Task> openTask(String processInstanceId) {
        return taskService.createTaskQuery().processInstanceId(processInstanceId).active().unlimitedList().stream()
                .findFirst();
    }

    private static OpenStep step(Task task) {
        return new OpenStep(task.getId(), task.getProcessInstanceId());
    }
}
