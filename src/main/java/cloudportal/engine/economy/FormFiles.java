package cloudportal.engine.economy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceManager;

/** The files of deployments. A form, once deployed, never changes, and is shown with each task: it is kept in memory. */
public final class FormFiles extends ResourceManager {

    private static final String FORM = ".form";

    /** Those that were shown last. */
    static final class Shown {
        private final Cache<List<String>, ResourceEntity> files =
                Caffeine.newBuilder().maximumSize(500).build();
    }

    private final Shown shown;

    FormFiles(Shown shown) {
        this.shown = shown;
    }

    @Override
    public ResourceEntity findResourceByDeploymentIdAndResourceName(String deployment, String name) {
        if (!name.endsWith(FORM)) {
            return super.findResourceByDeploymentIdAndResourceName(deployment, name);
        }
        return shown.files.get(
                List.of(deployment, name), none -> super.findResourceByDeploymentIdAndResourceName(deployment, name));
    }

    @Override
    public void deleteResourcesByDeploymentId(String deployment) {
        super.deleteResourcesByDeploymentId(deployment);
        shown.files.asMap().keySet().removeIf(file -> file.get(0).equals(deployment));
    }
}
