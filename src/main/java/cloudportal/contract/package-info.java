/**
 * Customers and their contracts: whose they are and in what state.
 * What is stored here is the truth; the process only moves the case.
 */
package cloudportal.contract;
