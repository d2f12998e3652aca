package cloudportal.request;

@OnPostgres
class RequestRaceOnPostgresTest extends RequestRaceScenarios {}
