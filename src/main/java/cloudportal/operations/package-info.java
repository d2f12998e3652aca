/**
 * What the operators of the portal need: nodes that start one after the other and agree with each other, health, and figures.
 * Reads the tables of the others and is known by none of them.
 */
package cloudportal.operations;
