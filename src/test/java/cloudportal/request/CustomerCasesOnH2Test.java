package cloudportal.request;

@OnH2
class CustomerCasesOnH2Test extends CustomerCasesScenarios {}
