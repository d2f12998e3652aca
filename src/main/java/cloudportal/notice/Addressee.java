package cloudportal.notice;

/**
 * Whom a mail goes to.
 *
 * @param address the mail address
 * @param name the name shown beside the address
 */
record Addressee(String address, String name) {}
