package cloudportal.reliability;

/** A mail as it lies in the mailbox. */
record Mail(String messageId, String to, String subject) {}
