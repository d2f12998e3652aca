package cloudportal.reliability;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * All that is known after a run.
 *
 * @param expired the requests whose processes history had to forget
 * @param patience how long a job may lie after it became due, or after its lock ran out
 */
record History(
        List<Deed> deeds,
        List<Refused> refused,
        List<Outage> outages,
        List<Recovery> recoveries,
        List<Rollout> rollouts,
        Set<String> expired,
        List<Mail> mails,
        Records records,
        Duration patience) {}
