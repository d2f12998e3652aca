package cloudportal.form;

import cloudportal.engine.Administrators;
import cloudportal.engine.CommandFields;
import cloudportal.engine.CommandGuard;
import cloudportal.engine.Refusal;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * Lets a person write only what the form of the task or of the start asks for, whichever way the answers come in: completing,
 * resolving, submitting, starting. What the form merely shows is taken out unread, since Tasklist sends it along.
 */
@Component
class WriteGuard implements CommandGuard {

    private final DeployedForms forms;

    WriteGuard(DeployedForms forms) {
        this.forms = forms;
    }

    @Override
    public void check(Command<?> command, Authentication person, CommandContext context) {
        if (Administrators.include(person)) {
            return;
        }
        if (command instanceof CompleteTaskCmd) {
            checkTask(command, "variables", context);
        } else if (command instanceof SubmitTaskFormCmd) {
            checkTask(command, "properties", context);
        } else if (command instanceof SubmitStartFormCmd) {
            ProcessDefinitionEntity process = context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById((String) CommandFields.read(command, "processDefinitionId"));
            checkStart(variables(command, "variables"), process, context);
        } else if (command instanceof StartProcessInstanceCmd) {
            ProcessInstantiationBuilderImpl builder =
                    (ProcessInstantiationBuilderImpl) CommandFields.read(command, "instantiationBuilder");
            ProcessDefinitionEntity process = new GetDeployedProcessDefinitionCmd(builder, false).execute(context);
            checkStart(builder.getVariables(), process, context);
        }
    }

    private void checkTask(Command<?> command, String field, CommandContext context) {
        Map<String, Object> variables = variables(command, field);
        String taskId = (String) CommandFields.read(command, "taskId");
        if (variables == null || variables.isEmpty() || taskId == null) {
            return;
        }
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            return;
        }
        FormFields fields = task.getTaskDefinition() == null
                ? FormFields.NONE
                : forms.fieldsOf(
                        task.getTaskDefinition().getFormDefinition(),
                        (ProcessDefinitionEntity) task.getExecution().getProcessDefinition(),
                        context);
        admit(variables, fields, () -> context.getProcessEngineConfiguration()
                .getCommandCheckers()
                .forEach(checker -> checker.checkTaskWork(task)));
    }

    private void checkStart(Map<String, Object> variables, ProcessDefinitionEntity process, CommandContext context) {
        if (variables == null || variables.isEmpty() || process == null) {
            return;
        }
        FormFields fields = forms.fieldsOf(process.getStartFormDefinition(), process, context);
        admit(variables, fields, () -> context.getProcessEngineConfiguration()
                .getCommandCheckers()
                .forEach(checker -> checker.checkCreateProcessInstance(process)));
    }

    /** @param permission asked before a refusal, so that whoever may not even work here learns nothing about the form */
    private static void admit(Map<String, Object> variables, FormFields fields, Runnable permission) {
        String others = variables.keySet().stream()
                .filter(name ->
                        !fields.asked().contains(name) && !fields.shown().contains(name))
                .sorted()
                .collect(Collectors.joining("、"));
        if (!others.isEmpty()) {
            permission.run();
            throw new Refusal("この画面にない項目（%s）は登録できません。画面を開き直し、表示された項目だけを入力してください。".formatted(others));
        }
        if (!fields.asked().containsAll(variables.keySet())) {
            variables.keySet().retainAll(fields.asked());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variables(Command<?> command, String field) {
        return (Map<String, Object>) CommandFields.read(command, field);
    }
}
