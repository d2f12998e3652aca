/**
 * What may be deployed: an allow list over the files of a deployment, asked before anything is stored, by whomever it is deployed.
 * Knows no business; what the application offers to models and needs of them comes as {@link cloudportal.engine.deployment.ModelNames}.
 */
package cloudportal.engine.deployment;
