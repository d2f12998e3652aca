package cloudportal.request;

@OnPostgres
class FulfilmentCasesOnPostgresTest extends FulfilmentCasesScenarios {}
