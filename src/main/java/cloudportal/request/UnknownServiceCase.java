package cloudportal.request;

import cloudportal.contract.Contract;
import cloudportal.contract.Customer;

/** A contract whose service the decision table does not know, and who asked for its cancellation. */
public record UnknownServiceCase(Contract contract, Customer customer, String login) {}
