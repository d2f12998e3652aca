/**
 * The auditors' Cockpit: searching finished and running cases, the whole history of one, exports, and the proof that the log was
 * not changed. It only reads, through the engine's history service as the person who asks, and writes down who looked at what.
 */
package cloudportal.audit;
