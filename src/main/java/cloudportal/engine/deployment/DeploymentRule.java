package cloudportal.engine.deployment;

import java.util.List;

/** One thing that the files of a deployment have to keep to. Every such bean is asked about every deployment. */
public interface DeploymentRule {

    /** All that is wrong, at once; empty where all is well. */
    List<Finding> check(DeployedFiles files);
}
