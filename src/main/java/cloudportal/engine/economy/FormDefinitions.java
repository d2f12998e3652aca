package cloudportal.engine.economy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.camunda.bpm.engine.impl.form.entity.CamundaFormDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;

/** Which file of a deployment holds a form: known for good once it is deployed, and asked with each task that is shown. */
public final class FormDefinitions extends CamundaFormDefinitionManager {

    /** Those that were shown last. */
    static final class Shown {
        private final Cache<List<String>, CamundaFormDefinitionEntity> forms =
                Caffeine.newBuilder().maximumSize(500).build();
    }

    private final Shown shown;

    FormDefinitions(Shown shown) {
        this.shown = shown;
    }

    @Override
    public CamundaFormDefinitionEntity findDefinitionByDeploymentAndKey(String deployment, String key) {
        return shown.forms.get(
                List.of(deployment, key), none -> super.findDefinitionByDeploymentAndKey(deployment, key));
    }

    @Override
    public void deleteCamundaFormDefinitionsByDeploymentId(String deployment) {
        super.deleteCamundaFormDefinitionsByDeploymentId(deployment);
        shown.forms.asMap().keySet().removeIf(form -> form.get(0).equals(deployment));
    }
}
