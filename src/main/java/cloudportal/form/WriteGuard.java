package cloudportal.form;

import cloudportal.engine.Administrators;
import cloudportal.engine.CommandFields;
import cloudportal.engine.CommandGuard;
import cloudportal.engine.Refusal;
import java.util.HashMap;
import java.util.Map;
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
 * Holds people to the form of the task or of the start, whichever way the answers come in: completing, resolving, submitting,
 * starting. What the form merely shows is taken out, since Tasklist sends it along; what nobody answered is not left to stand. Every
 * other way to write a variable is closed to people but administrators, whose writing the engine records.
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
        String taskId = (String) CommandFields.read(command, "taskId");
        TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        if (task == null || task.getExecution() == null) {
            return;
        }
        AskedForm form = task.getTaskDefinition() == null
                ? AskedForm.NOTHING
                : forms.of(
                        task.getTaskDefinition().getFormDefinition(),
                        (ProcessDefinitionEntity) task.getExecution().getProcessDefinition(),
                        context);
        Verdict verdict = admit(
                variables(command, field),
                form,
                new HeldVariables(task.getExecution()),
                () -> context.getProcessEngineConfiguration()
                        .getCommandCheckers()
                        .forEach(checker -> checker.checkTaskWork(task)));
        verdict.cleared().forEach(name -> task.getExecution().setVariable(name, null));
    }

    private void checkStart(Map<String, Object> variables, ProcessDefinitionEntity process, CommandContext context) {
        if (process == null) {
            return;
        }
        admit(
                variables,
                forms.of(process.getStartFormDefinition(), process, context),
                Map.of(),
                () -> context.getProcessEngineConfiguration()
                        .getCommandCheckers()
                        .forEach(checker -> checker.checkCreateProcessInstance(process)));
    }

    /**
     * Leaves in the variables what the form takes of them.
     *
     * @param permission asked before a refusal, so that whoever may not even work here learns nothing about the form
     */
    private static Verdict admit(
            Map<String, Object> variables, AskedForm form, Map<String, Object> held, Runnable permission) {
        Map<String, Object> given = variables == null ? new HashMap<>() : variables;
        Verdict verdict = form.judge(Answers.of(given), held);
        if (!verdict.isAccepted()) {
            permission.run();
            throw new Refusal(Sentences.all(verdict.refusals()), verdict.refusals());
        }
        given.keySet().retainAll(verdict.accepted().keySet());
        verdict.accepted().forEach((name, value) -> {
            if (value == null) {
                given.put(name, null);
            }
        });
        return verdict;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variables(Command<?> command, String field) {
        return (Map<String, Object>) CommandFields.read(command, field);
    }
}
