/**
 * The back end of the portal's pages in Tasklist: ご契約一覧 and お申込一覧 with their details, under the web app's login.
 * Whose rows they are is found from the login by the tables, never from what a request says.
 */
package cloudportal.portal;
