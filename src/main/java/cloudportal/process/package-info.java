/**
 * The glue between the models in {@code processes/} and the application: typed process variables, what forms show, messages between cases.
 * It carries data from one to the other and decides nothing.
 */
package cloudportal.process;
