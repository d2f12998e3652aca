package cloudportal.request;

/** The contract cannot be cancelled now (guide 3.2, 3.3); the message says why. */
public class ContractBlockedException extends RequestRefusedException {

    private final String requestNumber;

    ContractBlockedException(String sentence, CancellationRequest open) {
        super(sentence);
        this.requestNumber = open == null ? null : open.getNumber();
    }

    /** The request that holds the contract; null where none does. */
    public String requestNumber() {
        return requestNumber;
    }
}
