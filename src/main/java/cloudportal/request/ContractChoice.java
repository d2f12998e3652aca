package cloudportal.request;

import cloudportal.contract.Contract;

/**
 * The contract that the customer chose.
 *
 * @param note why it cannot be cancelled now; blank where it can
 * @param draft the customer's own open draft; null unless that is the state
 */
public record ContractChoice(State state, String note, Contract contract, CancellationRequest draft) {

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
