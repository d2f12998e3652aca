/**
 * What a compiler would say about the models: each process, decision and form is checked against the code it names.
 * Each check has a bad fixture under {@code src/test/resources/model/bad}, so that it is seen to fail.
 */
package cloudportal.model;
