package cloudportal.form;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

/**
 * The forms that models name, each read once a version of its process. Only a form of the same deployment counts: any other could
 * change between the moment it is shown and the moment it is answered.
 */
@Component
class DeployedForms {

    private static final String SAME_DEPLOYMENT = "deployment";

    private record Place(String processDefinitionId, String form) {}

    private final Map<Place, AskedForm> known = new ConcurrentHashMap<>();

    /** A form that is not named, or not deployed with its process, asks for nothing. */
    AskedForm of(FormDefinition form, ProcessDefinitionEntity process, CommandContext context) {
        if (form == null
                || form.getCamundaFormDefinitionKey() == null
                || !SAME_DEPLOYMENT.equals(form.getCamundaFormDefinitionBinding())
                || !form.getCamundaFormDefinitionKey().isLiteralText()) {
            return AskedForm.NOTHING;
        }
        String key = form.getCamundaFormDefinitionKey().getExpressionText();
        return known.computeIfAbsent(
                new Place(process.getId(), key), place -> read(key, process.getDeploymentId(), context));
    }

    private static AskedForm read(String key, String deploymentId, CommandContext context) {
        CamundaFormDefinitionEntity definition =
                context.getCamundaFormDefinitionManager().findDefinitionByDeploymentAndKey(deploymentId, key);
        return definition == null
                ? AskedForm.NOTHING
                : AskedForm.read(context.getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(deploymentId, definition.getResourceName())
                        .getBytes());
    }
}
