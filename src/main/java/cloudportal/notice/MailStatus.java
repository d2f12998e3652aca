package cloudportal.notice;

/** Where a mail of the outbox stands. */
enum MailStatus {
    /** 未送信: waiting to be sent, or to be tried again. */
    UNSENT,
    /** 送信保留: kept because no mail server is configured. */
    HELD,
    /** 送信済: the mail server took it. */
    SENT
}
