/**
 * お申込: the life of a request, from draft to the end of its contract, with its append-only event log.
 * Every rule, permission and amount is decided here from the tables, whatever a process variable says.
 */
package cloudportal.request;
