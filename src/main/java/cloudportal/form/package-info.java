/**
 * What a form asks is what a person may write: a command that carries any other variable is refused before the engine takes it.
 * The forms are read from the deployment of the process that names them, so that they change together.
 */
package cloudportal.form;
