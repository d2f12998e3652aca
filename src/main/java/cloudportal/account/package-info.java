/**
 * Who may log in and what each role may do, in the engine's own users, groups and authorizations.
 * Every grant stands in {@link cloudportal.account.Grants}; what is not there is not allowed.
 */
package cloudportal.account;
