package cloudportal.request;

import cloudportal.contract.Customer;

/** Whose case it is. */
public record CaseCustomer(String login, Customer customer) {}
