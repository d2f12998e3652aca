package cloudportal.request;

@OnH2
class RequestRaceOnH2Test extends RequestRaceScenarios {}
