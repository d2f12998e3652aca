package cloudportal.request;

@OnH2
class CustomerListsOnH2Test extends CustomerListsScenarios {}
