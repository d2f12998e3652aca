/**
 * One delegate a service task: it reads its answers, calls one use case and writes what the next form shows.
 * No rule, date or amount is computed here.
 */
package cloudportal.process.delegate;
