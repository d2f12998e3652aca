/**
 * Migrations of the tables that need Java, beside those in SQL. Flyway finds them by their names.
 */
package cloudportal.request.migration;
