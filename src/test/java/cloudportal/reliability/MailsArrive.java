package cloudportal.reliability;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What calls for a mail has one written; a mail that counts as sent has arrived; one that is not sent yet is somebody's job; and
 * however many copies arrive, all carry the same Message-ID.
 */
final class MailsArrive implements Invariant {

    private static final Map<String, String> MAIL_AFTER =
            Map.of("SUBMITTED", "RECEIPT", "RETURNED", "RETURNED", "RETRACTED", "RETRACTED", "COMPLETED", "COMPLETED");

    private record Written(String request, String kind) {}

    private record Letter(String to, String subject) {}

    @Override
    public Stream<String> brokenBy(History history) {
        List<String> broken = new ArrayList<>();
        Records records = history.records();
        Map<Written, Long> written = records.outbox().stream()
                .collect(groupingBy(mail -> new Written(mail.request(), mail.kind()), counting()));
        Set<Written> due = records.events().stream()
                .filter(event -> MAIL_AFTER.containsKey(event.type()))
                .map(event -> new Written(event.request(), MAIL_AFTER.get(event.type())))
                .collect(toSet());
        due.stream()
                .filter(mail -> !written.containsKey(mail))
                .forEach(mail -> broken.add(mail + " was never written"));
        written.forEach((mail, times) -> {
            if (!due.contains(mail) || times > 1) {
                broken.add(mail
                        + " was written %d times, and is due %s"
                                .formatted(times, due.contains(mail) ? "once" : "never"));
            }
        });
        Set<String> arrived = history.mails().stream().map(Mail::messageId).collect(toSet());
        Set<String> worked = requestsWithWork(records);
        for (Records.Outgoing mail : records.outbox()) {
            if (mail.isSent() && !arrived.contains(mail.messageId())) {
                broken.add(mail.messageId() + " counts as sent and never arrived");
            }
            if (!mail.isSent() && !worked.contains(mail.request())) {
                broken.add(mail.messageId() + " is not sent and nobody will send it");
            }
        }
        Set<String> known =
                records.outbox().stream().map(Records.Outgoing::messageId).collect(toSet());
        history.mails().stream()
                .filter(mail -> !known.contains(mail.messageId()))
                .forEach(mail -> broken.add(mail.messageId() + " arrived and was never written"));
        history.mails().stream()
                .collect(groupingBy(mail -> new Letter(mail.to(), mail.subject())))
                .forEach((letter, copies) -> {
                    Set<String> ids = copies.stream().map(Mail::messageId).collect(toSet());
                    if (ids.size() > 1) {
                        broken.add(letter + " arrived as " + ids);
                    }
                });
        return broken.stream();
    }

    private static Set<String> requestsWithWork(Records records) {
        Set<String> busy = records.jobs().stream()
                .filter(job -> job.retries() > 0)
                .map(Records.Job::process)
                .collect(toSet());
        return records.processes().stream()
                .filter(process -> process.request() != null && busy.contains(process.id()))
                .map(Records.Process::request)
                .collect(toSet());
    }
}
