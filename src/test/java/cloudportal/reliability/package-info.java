/**
 * What holds when nodes are killed, the database is stopped and mail servers fail: the packaged application runs as processes of
 * its own, people work with it, and afterwards a checker reads what they were told, the database and the mailbox.
 */
package cloudportal.reliability;
