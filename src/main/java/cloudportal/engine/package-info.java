/**
 * The engine made safe to expose: what people may not do through any path, and how refusals reach them.
 * Knows nothing of the business; another application could take it as it is.
 */
package cloudportal.engine;
