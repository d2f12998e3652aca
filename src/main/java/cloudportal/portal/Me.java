package cloudportal.portal;

/**
 * The person who is logged in.
 *
 * @param company 会社名; blank for everybody but customers
 * @param customer whether the login belongs to a customer
 * @param staff whether the person works in the contract center
 */
record Me(String userId, String name, String company, boolean customer, boolean staff, boolean administrator) {}
