/**
 * The mails of the portal: what they say, the outbox they wait in, and their way to the mail server.
 * A mail is a row written in the transaction that makes it due; it is sent afterwards, at least once and recognisable by its Message-ID.
 */
package cloudportal.notice;
