package cloudportal.reliability;

import java.time.Duration;

/**
 * How long the work that a fault interrupted lay until somebody took it up again.
 *
 * @param fault what was done
 * @param jobs how many jobs were left behind
 * @param limit within which it must be over
 */
record Recovery(String fault, int jobs, Duration lasted, Duration limit) {}
