/**
 * Measures the portal beside the bare engines that it could have been: the same models and the same people on all of them, one after
 * the other in one run, so that a figure is a ratio. Started by the Maven profile {@code bench}; see {@code docs/performance.md}.
 */
package cloudportal.bench;
