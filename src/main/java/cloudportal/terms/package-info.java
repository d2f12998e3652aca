/**
 * The rules of the guide in plain Java: when a cancellation takes effect and what it costs.
 * All dates are calendar dates in Japan, all amounts whole yen without tax.
 */
package cloudportal.terms;
