package cloudportal.notice;

/**
 * What a mail says.
 *
 * @param subject the subject line (件名)
 * @param body plain text, its lines parted by {@code \n}
 */
record MailText(String subject, String body) {}
