package cloudportal.notice;

import jakarta.persistence.LockModeType;
import java.util.List;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The table of the outbox. Rows are added and marked, never removed. */
interface OutgoingMails extends Repository<OutgoingMail, Long> {

    OutgoingMail save(OutgoingMail mail);

    int countByRequestNumberAndKind(String requestNumber, MailKind kind);

    @Query("select m.id from OutgoingMail m where m.requestNumber = :requestNumber and m.kind = :kind"
            + " and m.status <> cloudportal.notice.MailStatus.SENT order by m.sequence")
    List<Long> findUnsentIds(String requestNumber, MailKind kind);

    @Query("select m.id from OutgoingMail m where m.status = cloudportal.notice.MailStatus.HELD"
            + " order by m.attempts, m.id")
    List<Long> findHeldIds();

    /** The mail, which no one else can send meanwhile: the row is locked to the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from OutgoingMail m where m.id = :id")
    OutgoingMail lock(Long id);
}
