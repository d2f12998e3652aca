/**
 * What a compiler would say about models, and what no compiler lets through: each process, decision and form of a deployment is held
 * to an allow list and checked against the code it names. The build asks the same checks about the models in the repository.
 */
package cloudportal.engine.model;
