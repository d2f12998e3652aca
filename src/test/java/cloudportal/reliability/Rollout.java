package cloudportal.reliability;

import java.time.Instant;

/**
 * A new version of the models, deployed while people work.
 *
 * @param version that both processes have since
 * @param asked when the deployment was asked for
 * @param answered when it was said to be done
 */
record Rollout(int version, Instant asked, Instant answered) {}
