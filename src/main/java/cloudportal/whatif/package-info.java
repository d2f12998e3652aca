/**
 * What a changed decision table would mean for the contracts there are, before it is deployed.
 * Nothing is stored and nothing is deployed here; the tables of contracts and requests are only read.
 */
package cloudportal.whatif;
