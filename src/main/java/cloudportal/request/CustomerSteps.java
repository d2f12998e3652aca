package cloudportal.request;

import java.util.List;

/**
 * Takes steps of the model on behalf of the person who is logged in, with that person's rights and checks, and within the
 * caller's transaction. Implemented where the models are known.
 */
public interface CustomerSteps {

    /** A task of the person's that is open now. */
    record OpenStep(String taskId, String processInstanceId) {}

    /**
     * Goes to what is next in a case that is about to cancel a contract; where none of these runs, starts one, chooses the contract
     * and asks for its cancellation (guide 3-4).
     */
    OpenStep toCancellation(List<String> processInstanceIds, String contractNumber);

    /**
     * Goes to お申込を取消 in one of these cases, answering 取消 where it asks whether to submit the draft; where none can, starts a
     * case and chooses the blocked contract (guide A.3).
     */
    OpenStep toWithdrawal(List<String> processInstanceIds, String contractNumber);
}
