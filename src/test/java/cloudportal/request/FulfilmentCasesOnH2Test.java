package cloudportal.request;

@OnH2
class FulfilmentCasesOnH2Test extends FulfilmentCasesScenarios {}
