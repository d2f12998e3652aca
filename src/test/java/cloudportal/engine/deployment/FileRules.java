package cloudportal.engine.deployment;

/** Makes the rule of the files for the tests of its neighbours. */
public final class FileRules {

    private FileRules() {}

    public static DeploymentRule fileRule() {
        return new FileRule();
    }
}
