/**
 * What a form asks is what a person may write: the deployed Camunda Form of a task or a start binds whoever completes or starts it,
 * by any command and on any path, to its fields, their rules and their choices. It knows no business; forms are read from the
 * deployment of the process that names them, so that both change together.
 */
package cloudportal.form;
