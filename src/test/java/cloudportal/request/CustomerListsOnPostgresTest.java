package cloudportal.request;

@OnPostgres
class CustomerListsOnPostgresTest extends CustomerListsScenarios {}
