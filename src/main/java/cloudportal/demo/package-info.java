/**
 * Sample data for trying the portal out: the guide's own contracts and requests, and some that meet each warning today.
 * It exists under the profile {@code demo} only and fills an empty database once.
 */
package cloudportal.demo;
