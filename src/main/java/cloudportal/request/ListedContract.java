package cloudportal.request;

/**
 * A row of ご契約一覧 (guide 3.1-3.3).
 *
 * @param choice the contract and what can be done with it now
 * @param open the open request that holds the contract, whoever made it; null where none does
 */
public record ListedContract(ContractChoice choice, CancellationRequest open) {}
