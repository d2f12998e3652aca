package cloudportal.request;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractStatus;

/**
 * The contract that the customer chose.
 *
 * @param note why it cannot be cancelled now; blank where it can
 * @param draft the customer's own open draft; null unless that is the state
 */
public record ContractChoice(State state, String note, Contract contract, CancellationRequest draft) {

    /**
     * What can be done with a contract now (guide 3.2, 3.3, A.1).
     *
     * @param open the open request that holds the contract; null where none does
     */
    static ContractChoice of(Contract contract, CancellationRequest open) {
        if (open != null && open.getStatus().isOwnDraft()) {
            return new ContractChoice(State.OWN_DRAFT, Notes.ownDraft(open.getNumber()), contract, open);
        }
        if (!contract.isCancellableHere()) {
            return new ContractChoice(State.UNAVAILABLE, Notes.NOT_HERE, contract, null);
        }
        if (contract.getStatus() == ContractStatus.IN_SERVICE && open == null) {
            return new ContractChoice(State.CANCELLABLE, "", contract, null);
        }
        return new ContractChoice(State.UNAVAILABLE, Notes.unavailable(contract, open), contract, null);
    }

    /** What can be done with a contract. */
    public enum State {
        CANCELLABLE("cancellable"),
        OWN_DRAFT("ownDraft"),
        UNAVAILABLE("unavailable");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** The word that the model's gateway knows. */
        public String code() {
            return code;
        }
    }
}
