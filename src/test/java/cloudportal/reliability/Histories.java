package cloudportal.reliability;

import cloudportal.request.EventChain;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A history in which everything holds, to be broken in one place each. */
final class Histories {

    static final Instant NOW = Instant.parse("2019-10-15T01:00:00Z");
    static final String CONTRACT = "RLMH000100";
    static final String REQUEST = "R-20191015-300000";
    static final Records.Process FULFILMENT =
            new Records.Process("p2", "cancellation-fulfilment", 1, 0, NOW, REQUEST, true, null, 1, 1);

    private static final Records.Process CASE =
            new Records.Process("p1", "cancellation-request", 1, 0, NOW, REQUEST, false, NOW, 0, 0);

    List<Deed> deeds = new ArrayList<>(List.of(deed(Deed.Kind.DRAFTED, 204), deed(Deed.Kind.SUBMITTED, 204)));
    List<Refused> refused = new ArrayList<>();
    List<Outage> outages = new ArrayList<>();
    List<Recovery> recoveries = new ArrayList<>();
    List<Rollout> rollouts = new ArrayList<>();
    Set<String> expired = new HashSet<>();
    List<Mail> mails = new ArrayList<>(List.of(mail("<receipt@portal.example>")));
    Instant readAt = NOW;
    List<Records.Contract> contracts =
            new ArrayList<>(List.of(new Records.Contract(CONTRACT, "CANCELLATION_RECEIVED")));
    List<Records.Event> events = new ArrayList<>();
    List<Records.Request> requests = new ArrayList<>();
    List<Records.Outgoing> outbox = new ArrayList<>(List.of(outgoing("RECEIPT", "SENT")));
    List<Records.Process> processes = new ArrayList<>(List.of(CASE, FULFILMENT));
    List<Records.Job> jobs = new ArrayList<>(
            List.of(new Records.Job("j1", "p2", "event_cancellationDate", 3, NOW.plus(Duration.ofDays(45)), null)));
    List<Records.Incident> incidents = new ArrayList<>();
    List<String> setUp = new ArrayList<>(List.of("definition cancellation-request", "task list 受付待ち"));

    Histories() {
        log("DRAFTED");
        log("SUBMITTED");
        requests.add(request("RECEIVED", CONTRACT));
    }

    static Deed deed(Deed.Kind kind, int status) {
        return new Deed(CONTRACT, kind, status, NOW);
    }

    static Mail mail(String messageId) {
        return new Mail(messageId, "load1@load.example", "解約お申込受付のご案内（" + REQUEST + "）");
    }

    static Records.Outgoing outgoing(String kind, String status) {
        return new Records.Outgoing(
                REQUEST,
                kind,
                "load1@load.example",
                "解約お申込受付のご案内",
                "<%s@portal.example>".formatted(kind.toLowerCase()),
                status);
    }

    /** The request with the log that it has now. */
    Records.Request request(String status, String openContract) {
        String end = events.isEmpty() ? null : events.get(events.size() - 1).hash();
        return new Records.Request(REQUEST, CONTRACT, openContract, status, events.size(), end);
    }

    /** Adds an entry to the log. */
    void log(String type) {
        String previous = events.isEmpty()
                ? EventChain.START
                : events.get(events.size() - 1).hash();
        int seq = events.size() + 1;
        OffsetDateTime at = OffsetDateTime.parse("2019-10-15T10:00:00+09:00");
        String hash = EventChain.hash(previous, REQUEST, seq, at, "load1@load.example", type, "{}", "{}");
        events.add(new Records.Event(REQUEST, seq, at, "load1@load.example", type, "{}", "{}", previous, hash));
    }

    History history() {
        Records records = new Records(readAt, contracts, requests, events, outbox, processes, jobs, incidents, setUp);
        return new History(
                deeds, refused, outages, recoveries, rollouts, expired, mails, records, Duration.ofSeconds(22));
    }
}
