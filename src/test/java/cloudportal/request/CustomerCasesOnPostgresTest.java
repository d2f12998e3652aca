package cloudportal.request;

@OnPostgres
class CustomerCasesOnPostgresTest extends CustomerCasesScenarios {}
