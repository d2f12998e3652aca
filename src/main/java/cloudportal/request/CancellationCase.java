package cloudportal.request;

import cloudportal.contract.NumberedEntity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** What a running case of a customer works on: whose it is, which contract, which draft, judged by which terms. */
@Entity
class CancellationCase extends NumberedEntity {

    @Id
    private String processInstanceId;

    private String login;
    private long customerId;
    private String contractNumber;
    private String requestNumber;

    @Embedded
    private JudgedTerms terms;

    @Version
    private long version;

    protected CancellationCase() {}

    CancellationCase(String processInstanceId, String login, long customerId) {
        this.processInstanceId = processInstanceId;
        this.login = login;
        this.customerId = customerId;
    }

    /** Another contract, or null for none: what was judged and drafted for the last one is no longer this case's. */
    void choose(String chosenContract) {
        contractNumber = chosenContract;
        requestNumber = null;
        terms = null;
    }

    void judgedBy(JudgedTerms judged) {
        terms = judged;
    }

    void worksOn(String draft) {
        requestNumber = draft;
    }

    /** Whether it made the draft, and can go on with it: a case that merely looks at a draft has judged nothing. */
    boolean made(CancellationRequest draft) {
        return terms != null && draft.getNumber().equals(requestNumber);
    }

    String login() {
        return login;
    }

    long customerId() {
        return customerId;
    }

    String contractNumber() {
        return contractNumber;
    }

    String requestNumber() {
        return requestNumber;
    }

    JudgedTerms terms() {
        return terms;
    }

    @Override
    public String getId() {
        return processInstanceId;
    }
}
