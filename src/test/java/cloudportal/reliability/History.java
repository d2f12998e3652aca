package cloudportal.reliability;

import java.time.Duration;
import java.util.List;

/**
 * All that is known after a run.
 *
 * @param patience how long a job may lie after it became due, or after its lock ran out
 */
record History(
        List<Deed> deeds,
        List<Refused> refused,
        List<Outage> outages,
        List<Recovery> recoveries,
        List<Rollout> rollouts,
        List<Mail> mails,
        Records records,
        Duration patience) {}
